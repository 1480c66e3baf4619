package org.chuyi.application;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.work.BackgroundWork;
import org.chuyi.workflow.work.ExportedRows;
import org.chuyi.workflow.work.WorkbookExport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 申报列表导出: what the list shows to this person, by the same filter, with the status that she is shown. */
@Component
public class ApplicationsExport extends WorkbookExport {

    public static final String KIND = "applicationsExport";

    private static final List<String> COLUMNS =
            List.of("number", "round", "programme", "school", "city", "status", "since");
    private static final List<Integer> WIDTHS = List.of(18, 10, 30, 34, 14, 16, 18);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.ZONE);

    private final ApplicationSearch search;
    private final PolicyPacks packs;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    ApplicationsExport(
            ExportedRows gathered,
            ApplicationSearch search,
            PolicyPacks packs,
            Regions regions,
            MessageSource messages,
            Clock clock) {
        super(gathered);
        this.search = search;
        this.packs = packs;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "application.export.title";
    }

    @Override
    public int total(BackgroundWork work, Actor requester) {
        return search.count(ApplicationFilter.of(work.arguments()), requester);
    }

    @Override
    protected Optional<List<Row>> rows(BackgroundWork work, Actor requester) {
        var filter = ApplicationFilter.of(work.arguments());
        var after = Optional.of(work.position()).filter(number -> !number.isEmpty());
        var rows = search.following(filter, after.map(ApplicationNumber::new), SLICE, requester);
        return Optional.of(rows.stream()
                .map(row -> new Row(row.number().value(), cells(row, work.language())))
                .toList());
    }

    @Override
    protected Sheet sheet(BackgroundWork work) {
        return new Sheet(
                text("application.export.sheet", work.language()),
                COLUMNS.stream()
                        .map(column -> text("application.export.column." + column, work.language()))
                        .toList(),
                WIDTHS,
                text("application.export.sheet", work.language()) + "-" + WorkCalendar.dayOf(clock.instant())
                        + ".xlsx");
    }

    private List<Object> cells(ApplicationRow row, Locale language) {
        return Stream.<Object>of(
                        row.number().value(),
                        row.roundCode().value(),
                        packs.programme(row.programmeCode()).names().in(language),
                        row.schoolName(),
                        regions.nameOf(row.cityCode()),
                        text("portal.status." + row.shown().name(), language),
                        TIME.format(row.statusSince()))
                .toList();
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
