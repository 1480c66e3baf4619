package org.chuyi.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundContent;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.RoundWindow;
import org.chuyi.programme.SelectionStep;
import org.chuyi.programme.SelectionWorkdays;
import org.chuyi.programme.StepWorkdays;
import org.springframework.format.annotation.DateTimeFormat;

/** A draft as it is typed. The version is the draft's that the page was made from. */
record RoundForm(
        Integer version,

        @NotBlank(message = MISSING) @Size(max = 100, message = TOO_LONG)
        String titleZh,

        @Size(max = 200, message = TOO_LONG) String titleEn,
        @Size(max = 5000, message = TOO_LONG) String callTextZh,
        @Size(max = 10000, message = TOO_LONG) String callTextEn,

        @NotNull(message = MISSING) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate opensOn,

        @NotNull(message = MISSING) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate closesOn,

        @Valid List<Row> programmes,

        Map<
                        SelectionStep,
                        @NotNull(message = MISSING) @Min(value = 1, message = OUT_OF_RANGE)
                        @Max(value = SelectionStep.MOST, message = OUT_OF_RANGE) Integer>
                selectionDays) {

    private static final String MISSING = "{programme.round.problem.missing}";
    private static final String TOO_LONG = "{programme.round.problem.tooLong}";
    private static final String OUT_OF_RANGE = "{programme.round.problem.range}";

    /**
     * A programme's row of the table.
     *
     * @param quotas by the city's region code; null for no limit
     */
    record Row(
            String code,
            Boolean included,

            Boolean competitive,

            @NotNull(message = MISSING)
            @Min(value = 0, message = OUT_OF_RANGE)
            @Max(value = 9999, message = OUT_OF_RANGE)
            Integer number,

            @NotNull(message = MISSING) @Min(value = 1, message = OUT_OF_RANGE) @Max(value = 99, message = OUT_OF_RANGE)
            Integer perSchool,

            @NotNull(message = MISSING) @Min(value = 1, message = OUT_OF_RANGE) @Max(value = 60, message = OUT_OF_RANGE)
            Integer schoolSignOff,

            @NotNull(message = MISSING) @Min(value = 1, message = OUT_OF_RANGE) @Max(value = 60, message = OUT_OF_RANGE)
            Integer cityReview,

            @NotNull(message = MISSING) @Min(value = 1, message = OUT_OF_RANGE) @Max(value = 60, message = OUT_OF_RANGE)
            Integer formalCheck,

            @NotNull(message = MISSING) @Min(value = 1, message = OUT_OF_RANGE) @Max(value = 60, message = OUT_OF_RANGE)
            Integer correction,

            Map<String, @Min(value = 0, message = OUT_OF_RANGE) @Max(value = 999, message = OUT_OF_RANGE) Integer>
                    quotas) {

        static Row of(RoundProgramme offer, boolean included) {
            var days = offer.workdays();
            return new Row(
                    offer.programme().value(),
                    included,
                    offer.competitive(),
                    offer.number(),
                    offer.applicationsPerSchool(),
                    days.schoolSignOff(),
                    days.cityReview(),
                    days.formalCheck(),
                    days.correction(),
                    offer.cityQuotas());
        }

        public boolean isCompetitive() {
            return Boolean.TRUE.equals(competitive);
        }

        boolean isIncluded() {
            return Boolean.TRUE.equals(included);
        }

        /** For the template, where a missing map, or entry, is an empty field. */
        public Integer quotaOf(String city) {
            return quotas == null ? null : quotas.get(city);
        }

        private RoundProgramme offer() {
            Map<String, Integer> limits = new HashMap<>();
            if (quotas != null) {
                quotas.forEach((city, quota) -> {
                    if (quota != null) {
                        limits.put(city, quota);
                    }
                });
            }
            return new RoundProgramme(
                    new ProgrammeCode(code),
                    number,
                    perSchool,
                    isCompetitive(),
                    limits,
                    new StepWorkdays(schoolSignOff, cityReview, formalCheck, correction));
        }
    }

    /** An empty draft of the year: every programme, as its pack has it. */
    static RoundForm blank(List<RoundProgramme> defaults) {
        return new RoundForm(
                null,
                "",
                "",
                "",
                "",
                null,
                null,
                defaults.stream().map(offer -> Row.of(offer, true)).toList(),
                SelectionWorkdays.DEFAULT.days());
    }

    /** The draft's programmes ticked, the others as their packs have them. */
    static RoundForm of(Round round, List<RoundProgramme> defaults) {
        return new RoundForm(
                round.version(),
                round.title().zh(),
                round.title().en(),
                round.callText().zh(),
                round.callText().en(),
                round.window().opensOn(),
                round.window().closesOn(),
                defaults.stream()
                        .map(offer -> round.programme(offer.programme())
                                .map(chosen -> Row.of(chosen, true))
                                .orElseGet(() -> Row.of(offer, false)))
                        .toList(),
                round.selectionWorkdays().days());
    }

    RoundContent content() {
        return new RoundContent(
                new BilingualText(text(titleZh), text(titleEn)),
                new BilingualText(text(callTextZh), text(callTextEn)),
                new RoundWindow(opensOn, closesOn),
                programmes == null
                        ? List.of()
                        : programmes.stream()
                                .filter(Row::isIncluded)
                                .map(Row::offer)
                                .toList(),
                selectionDays == null ? SelectionWorkdays.DEFAULT : new SelectionWorkdays(selectionDays));
    }

    /** For the template, where a missing map, or entry, is an empty field. */
    public Integer daysOf(SelectionStep step) {
        return selectionDays == null ? null : selectionDays.get(step);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
