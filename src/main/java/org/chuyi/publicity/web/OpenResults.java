package org.chuyi.publicity.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeNumber.Track;
import org.chuyi.publicity.AnnouncedResult;
import org.chuyi.publicity.Announcement;
import org.chuyi.publicity.Announcing;
import org.springframework.stereotype.Component;

/** Announced results as rows of a page and as open data. */
@Component
class OpenResults {

    /** So that office programs read the file as UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String HEADINGS = "文号,批次,项目,方向,申报编号,单位,市州\n";
    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumns(
                    List.of("document", "round", "programme", "track", "number", "school", "city"),
                    CsvSchema.ColumnType.STRING)
            .build();

    private final Announcing announcing;
    private final PolicyPacks packs;
    private final Regions regions;
    private final ObjectMapper json;
    private final CsvMapper csv = new CsvMapper();

    OpenResults(Announcing announcing, PolicyPacks packs, Regions regions, ObjectMapper json) {
        this.announcing = announcing;
        this.packs = packs;
        this.regions = regions;
        this.json = json;
    }

    record Row(String programme, String track, String number, String school, String city) {}

    record OpenRow(
            String document, String round, String programme, String track, String number, String school, String city) {}

    List<Row> rows(List<AnnouncedResult> results, Locale locale) {
        return results.stream().map(result -> row(result, locale)).toList();
    }

    byte[] csv(Announcement announcement) {
        try {
            return (BYTE_ORDER_MARK + HEADINGS + csv.writer(COLUMNS).writeValueAsString(open(announcement)))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] json(Announcement announcement) {
        try {
            return json.writeValueAsBytes(open(announcement));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<OpenRow> open(Announcement announcement) {
        return announcing.selected(announcement.round()).stream()
                .map(result -> row(result, Locale.SIMPLIFIED_CHINESE))
                .map(row -> new OpenRow(
                        announcement.document().toString(),
                        announcement.round().value(),
                        row.programme(),
                        row.track(),
                        row.number(),
                        row.school(),
                        row.city()))
                .toList();
    }

    private Row row(AnnouncedResult result, Locale locale) {
        var programme = packs.programme(result.contest().programme());
        String track = programme.number().tracks().stream()
                .filter(each -> each.code().equals(result.contest().track()))
                .map(Track::names)
                .map(names -> names.in(locale))
                .findFirst()
                .orElse("");
        return new Row(
                programme.names().in(locale),
                track,
                result.number().value(),
                result.school(),
                regions.nameOf(result.cityCode()));
    }
}
