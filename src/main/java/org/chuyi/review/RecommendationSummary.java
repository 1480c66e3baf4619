package org.chuyi.review;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.RoundCode;
import org.chuyi.shared.ChineseDates;
import org.chuyi.shared.WorkCalendar;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 推荐汇总表: a sheet for each programme, in order of rank, to be printed and stamped. An official paper, hence in Chinese. */
@Service
public class RecommendationSummary {

    /** The form fields that name what is applied for; a form has at most one of them. */
    private static final String TITLE =
            "coalesce(v.content ->> 'projectName', v.content ->> 'groupName', v.content ->> 'baseName',"
                    + " v.content ->> 'venueName', v.content ->> 'personName', '')";

    private static final List<String> HEADINGS = List.of("推荐排序", "申报编号", "申报单位", "项目名称", "学校类别", "联系人", "联系电话", "备注");
    private static final double[] WIDTHS = {10, 19, 32, 34, 12, 12, 16, 16};
    private static final int LAST = HEADINGS.size() - 1;
    private static final int FIRST_ROW = 3;
    /** Two lines: a long name wraps. */
    private static final double ROW_HEIGHT = 34;

    private static final Map<String, String> KINDS = Map.of(
            "VOCATIONAL_UNIVERSITY", "职业本科",
            "HIGHER_COLLEGE", "高职专科",
            "SECONDARY_SCHOOL", "中职",
            "TECHNICIAN_COLLEGE", "技工院校");

    private final JdbcClient jdbc;
    private final RecommendationReading reading;
    private final AuditTrail audit;
    private final Clock clock;

    RecommendationSummary(JdbcClient jdbc, RecommendationReading reading, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.audit = audit;
        this.clock = clock;
    }

    private record Line(String number, String title, String kind, String contact, String phone) {}

    /** Writes nothing and says false where the actor may not read the list; otherwise the export stands in the record. */
    @Transactional
    public boolean write(RecommendationKey key, Actor actor, OutputStream out) throws IOException {
        var view = reading.find(key, actor);
        if (view.isEmpty()) {
            return false;
        }
        var lines = linesOf(key);
        audit.record(AuditEntry.of(
                "recommendation.exported",
                "recommendation",
                key.toString(),
                Map.of(
                        "lines",
                        view.get().listed(),
                        "state",
                        view.get().list().state().name())));
        try (Workbook book = new Workbook(out, "Chuyi", "1.0")) {
            var sections = view.get().sections().stream()
                    .filter(section -> !section.listed().isEmpty())
                    .toList();
            if (sections.isEmpty()) {
                sheet(book, "推荐汇总表", view.get(), List.of(), lines);
            }
            sections.forEach(
                    section -> sheet(book, section.programme().names().zh(), view.get(), section.listed(), lines));
        }
        return true;
    }

    private void sheet(
            Workbook book,
            String programme,
            RecommendationView view,
            List<RecommendationRow> rows,
            Map<String, Line> lines) {
        Worksheet sheet = book.newWorksheet(programme);
        paper(sheet);
        head(sheet, programme, view);
        int at = FIRST_ROW;
        for (RecommendationRow row : rows) {
            sheet.rowHeight(at, ROW_HEIGHT);
            row(sheet, at++, row, lines.get(row.number().value()), programme);
        }
        if (rows.isEmpty()) {
            sheet.range(at, 0, at, LAST).merge();
            sheet.value(at, 0, "本次没有列入推荐的项目。");
            sheet.style(at, 0).horizontalAlignment("center").set();
            at++;
        }
        grid(sheet, at - 1);
        foot(sheet, at + 1);
    }

    private static void paper(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(FIRST_ROW - 1);
        sheet.freezePane(0, FIRST_ROW);
        sheet.footer("第 &P 页，共 &N 页", Position.CENTER);
        for (int column = 0; column <= LAST; column++) {
            sheet.width(column, WIDTHS[column]);
        }
    }

    private void head(Worksheet sheet, String programme, RecommendationView view) {
        String draft = view.list().isDraft() ? "（草稿，尚未报送）" : "";
        String title = "湖南省“楚怡”职业教育项目推荐汇总表" + draft;
        sheet.range(0, 0, 0, LAST).merge();
        sheet.value(0, 0, title);
        sheet.style(0, 0)
                .fontName("方正小标宋简体")
                .fontSize(20)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(0, 36);
        var day = view.list()
                .sealedAt()
                .filter(at -> !view.list().isDraft())
                .map(WorkCalendar::dayOf)
                .orElseGet(() -> WorkCalendar.dayOf(clock.instant()));
        sheet.range(1, 0, 1, 2).merge();
        sheet.value(1, 0, "推荐单位（盖章）：" + view.list().bodyName());
        sheet.range(1, 3, 1, 4).merge();
        sheet.value(1, 3, "申报项目：" + programme);
        sheet.range(1, 5, 1, LAST).merge();
        sheet.value(1, 5, (view.list().isDraft() ? "制表日期：" : "报送日期：") + ChineseDates.date(day));
        sheet.range(1, 0, 1, LAST)
                .style()
                .fontSize(12)
                .verticalAlignment("center")
                .set();
        sheet.style(1, 5)
                .fontSize(12)
                .horizontalAlignment("right")
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(1, 28);
        for (int column = 0; column <= LAST; column++) {
            sheet.value(FIRST_ROW - 1, column, HEADINGS.get(column));
        }
        sheet.range(FIRST_ROW - 1, 0, FIRST_ROW - 1, LAST)
                .style()
                .bold()
                .fontSize(12)
                .fillColor("EBEFF5")
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        sheet.rowHeight(FIRST_ROW - 1, 32);
    }

    private static void row(Worksheet sheet, int at, RecommendationRow row, Line line, String programme) {
        sheet.value(at, 0, row.rank());
        sheet.value(at, 1, row.number().value());
        sheet.value(at, 2, row.school());
        sheet.value(at, 3, line.title().isEmpty() ? programme : line.title());
        sheet.value(at, 4, KINDS.getOrDefault(line.kind(), ""));
        sheet.value(at, 5, line.contact());
        sheet.value(at, 6, line.phone());
        sheet.value(at, 7, row.usesQuota() ? "" : "通知指定，不占名额");
    }

    private static void grid(Worksheet sheet, int last) {
        var cells = sheet.range(FIRST_ROW - 1, 0, last, LAST).style();
        cells.borderStyle(BorderStyle.THIN).set();
        if (last >= FIRST_ROW) {
            sheet.range(FIRST_ROW, 0, last, LAST)
                    .style()
                    .fontSize(12)
                    .verticalAlignment("center")
                    .wrapText(true)
                    .set();
            for (int column : new int[] {0, 1, 4, 5, 6}) {
                sheet.range(FIRST_ROW, column, last, column)
                        .style()
                        .horizontalAlignment("center")
                        .verticalAlignment("center")
                        .set();
            }
        }
    }

    private static void foot(Worksheet sheet, int at) {
        sheet.rowHeight(at, ROW_HEIGHT);
        sheet.range(at, 0, at, LAST).style().fontSize(12).set();
        sheet.value(at, 0, "经办人：");
        sheet.value(at, 3, "联系电话：");
        sheet.value(at, 5, "单位负责人（签字）：");
    }

    /** What stands of each listed application in the version that was reviewed; of its content these fields alone. */
    private Map<String, Line> linesOf(RecommendationKey key) {
        return jdbc.sql("select r.number, " + TITLE + """
                         as title, o.kind,
                          coalesce(v.content ->> 'contactName', v.content ->> 'leaderName', '') as contact,
                          coalesce(v.content ->> 'contactMobile', v.content ->> 'leaderMobile', '') as phone
                        from recommendation r join project_application a on a.number = r.number
                          join organisation o on o.id = a.organisation_id
                          join application_version v on v.number = a.number and v.version = a.current_version
                        where r.list_key = :key and r.listed""").param("key", key.toString()).query(Line.class).stream()
                .collect(Collectors.toMap(Line::number, Function.identity()));
    }

    /** E.g. {@code 推荐汇总表-长沙市教育局-2026-1.xlsx}. */
    public String fileName(RecommendationView view) {
        RoundCode round = view.list().key().round();
        return "推荐汇总表-" + view.list().bodyName() + "-" + round + ".xlsx";
    }
}
