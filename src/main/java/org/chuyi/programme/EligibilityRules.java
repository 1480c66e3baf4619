package org.chuyi.programme;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Whether an organisation may file: the rules find the facts in pack and round, the decision table judges them. */
@Component
public class EligibilityRules {

    private static final List<Function<Filing, Map<String, Object>>> RULES =
            List.of(EligibilityRules::withinWindow, EligibilityRules::admitted, EligibilityRules::notExcluded);

    private static final List<Function<Filing, Map<String, Object>>> RULES_FOR_CORRECTION = List.of(
            filing -> Map.of("programmeInRound", true, "window", "open"),
            EligibilityRules::admitted,
            EligibilityRules::notExcluded);

    private final EligibilityTable table;
    private final PolicyPacks packs;

    EligibilityRules(EligibilityTable table, PolicyPacks packs) {
        this.table = table;
        this.packs = packs;
    }

    private record Filing(
            Organisation organisation,
            Programme programme,
            Round round,
            Set<ProgrammeCode> approvedProgrammes,
            Instant at) {}

    /** @param approvedProgrammes of this organisation, in any round */
    public Eligibility check(
            Organisation organisation,
            Programme programme,
            Round round,
            Set<ProgrammeCode> approvedProgrammes,
            Instant at) {
        return judge(RULES, new Filing(organisation, programme, round, approvedProgrammes, at));
    }

    /** The same for a correction, which has its own deadline and may come after the window. */
    public Eligibility checkCorrection(
            Organisation organisation,
            Programme programme,
            Round round,
            Set<ProgrammeCode> approvedProgrammes,
            Instant at) {
        return judge(RULES_FOR_CORRECTION, new Filing(organisation, programme, round, approvedProgrammes, at));
    }

    private Eligibility judge(List<Function<Filing, Map<String, Object>>> rules, Filing filing) {
        Map<String, Object> facts = new HashMap<>();
        rules.forEach(rule -> facts.putAll(rule.apply(filing)));
        List<String> reasons = table.reasons(facts);
        return reasons.isEmpty()
                ? new Eligibility.Eligible()
                : new Eligibility.NotEligible(reasons.stream()
                        .map(code -> new Eligibility.Reason(code, arguments(code, filing)))
                        .toList());
    }

    private static Map<String, Object> withinWindow(Filing filing) {
        Round round = filing.round();
        String window = round.isOpen(filing.at()) ? "open" : round.isOver(filing.at()) ? "ended" : "coming";
        return Map.of(
                "window",
                window,
                "programmeInRound",
                round.programme(filing.programme().code()).isPresent());
    }

    private static Map<String, Object> admitted(Filing filing) {
        return Map.of(
                "kind",
                filing.organisation().kind().name(),
                "applicants",
                filing.programme().applicants().stream().map(Enum::name).toList());
    }

    private static Map<String, Object> notExcluded(Filing filing) {
        return Map.of(
                "approved", values(filing.approvedProgrammes()),
                "excludes", values(filing.programme().excludes()));
    }

    private static List<String> values(Set<ProgrammeCode> codes) {
        return codes.stream().map(ProgrammeCode::value).sorted().toList();
    }

    private List<String> arguments(String code, Filing filing) {
        var window = filing.round().window();
        return switch (code) {
            case "windowComing" -> List.of(window.opensOn().toString());
            case "windowEnded" -> List.of(window.closesOn().toString());
            case "kindNotAdmitted", "notInRound" ->
                namesOf(Set.of(filing.programme().code()));
            case "excluded" ->
                namesOf(filing.approvedProgrammes().stream()
                        .filter(filing.programme().excludes()::contains)
                        .collect(Collectors.toSet()));
            default -> List.of();
        };
    }

    private List<String> namesOf(Set<ProgrammeCode> codes) {
        var names = codes.stream()
                .sorted()
                .map(code -> packs.programme(code).names())
                .toList();
        return List.of(
                names.stream().map(BilingualText::zh).collect(Collectors.joining("、")),
                names.stream().map(BilingualText::en).collect(Collectors.joining(", ")));
    }
}
