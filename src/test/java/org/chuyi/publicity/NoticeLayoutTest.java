package org.chuyi.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** GB/T 9704-2012 with a ruler: A4, the text on 156 × 225 mm, 22 lines of 28 characters, numbers outside. */
@IntegrationTest
class NoticeLayoutTest {

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    private static final double HEIGHT = 297;

    @Autowired
    NoticeFiles files;

    @Test
    void aFullPageHasTwentyTwoLinesOfTwentyEightCharacters() throws IOException {
        var pages = pages(files.pdf(notice(5, 1)));

        for (int page : new int[] {1, 2}) {
            var lines = pages.get(page).text();
            assertThat(lines).as("lines of page %s", page + 1).hasSize(22);
            assertThat(lines.get(0)).hasSizeBetween(26, 28);
            assertThat(lines.stream().filter(line -> line.size() == 28).count()).isGreaterThan(15);
            assertThat(lines).allSatisfy(line -> assertThat(line.size()).isLessThanOrEqualTo(28));
        }
    }

    @Test
    void theTextStandsBetweenItsMargins() throws IOException {
        var page = pages(files.pdf(notice(5, 1))).get(2);
        var first = page.text().get(0);
        var last = page.text().get(21);
        var full = page.text().stream()
                .filter(line -> line.size() == 28)
                .findFirst()
                .orElseThrow();

        assertThat(page.width()).isCloseTo(210, within(0.1));
        assertThat(page.height()).isCloseTo(HEIGHT, within(0.1));
        assertThat(full.get(0).getXDirAdj() / POINTS_PER_MILLIMETRE).isCloseTo(28, within(1.0));
        assertThat(210 - right(full.get(27)) / POINTS_PER_MILLIMETRE).isCloseTo(26, within(1.0));
        assertThat(top(first.get(0)) / POINTS_PER_MILLIMETRE).isCloseTo(37, within(1.0));
        assertThat(last.get(0).getYDirAdj() / POINTS_PER_MILLIMETRE).isLessThan(HEIGHT - 35);
    }

    @Test
    void numbersStandOutsideAtTheFoot() throws IOException {
        var pages = pages(files.pdf(notice(5, 1)));

        assertThat(pages.get(0).number()).isEqualTo("—1—");
        assertThat(pages.get(0).numberX()).isGreaterThan(150);
        assertThat(pages.get(1).number()).isEqualTo("—2—");
        assertThat(pages.get(1).numberX()).isLessThan(40);
    }

    @Test
    void listsAreNumberedWhereThereAreSeveralAndFollowTheSignature() throws IOException {
        try (var one = Loader.loadPDF(files.pdf(notice(1, 1)));
                var two = Loader.loadPDF(files.pdf(notice(1, 2)))) {
            String single = text(one);
            String several = text(two);
            assertThat(single).contains("附件：项目一入选名单湖南省教育厅2026年3月10日").contains("附件项目一入选名单序号");
            assertThat(several).contains("附件：1.项目一入选名单2.项目二入选名单湖南省教育厅").contains("附件2项目二入选名单");
        }
    }

    @Test
    void theWordFileSaysTheSamePage() throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(files.word(notice(2, 2))))) {
            var section = word.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).hasToString("11906");
            assertThat(section.getPgSz().getH()).hasToString("16838");
            assertThat(section.getPgMar().getTop()).hasToString("2098");
            assertThat(section.getPgMar().getLeft()).hasToString("1587");
            assertThat(section.getDocGrid().getLinePitch()).hasToString("579");
            assertThat(word.getFooterList()).hasSize(2);
            assertThat(word.getTables()).hasSize(2).allSatisfy(table -> assertThat(
                            table.getRow(0).isRepeatHeader())
                    .isTrue());
            assertThat(word.getParagraphs().stream().map(paragraph -> paragraph.getText()))
                    .contains("附件：1. 项目一入选名单", "2. 项目二入选名单", "附件2");
        }
    }

    /** Read back as it was written: no radical stands for a character whose glyph it shares. */
    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
    }

    @Test
    void noWordOfALongTitleStandsAlone() {
        assertThat(titled("关于公布名单的通知").titleLines()).containsExactly("关于公布名单的通知");
        assertThat(titled("关于公布楚怡优秀中职学校建设单位名单的通知").titleLines()).containsExactly("关于公布楚怡优秀中职学校", "建设单位名单的通知");
    }

    private static Notice titled(String title) {
        return new Notice("湘教通〔2026〕10号", title, List.of(), "湖南省教育厅", "2026年3月10日", List.of());
    }

    private static Notice notice(int paragraphs, int parts) {
        List<String> texts = new ArrayList<>(List.of("各市州教育局："));
        texts.addAll(Collections.nCopies(paragraphs, "示".repeat(paragraphs == 1 ? 30 : 400)));
        return new Notice(
                "湘教通〔2026〕10号",
                "关于公布名单的通知",
                texts,
                "湖南省教育厅",
                "2026年3月10日",
                IntStream.range(0, parts)
                        .mapToObj(part -> new Notice.Part(
                                "项目" + "一二三".charAt(part), List.of(new Notice.Row(1, "湖南工业职业技术学院", "湘西土家族苗族自治州"))))
                        .toList());
    }

    /** @param lines by their height; the last one is the page's number */
    private record Sheet(double width, double height, List<List<TextPosition>> lines) {

        List<List<TextPosition>> text() {
            return lines.subList(0, lines.size() - 1);
        }

        List<TextPosition> foot() {
            return lines.get(lines.size() - 1);
        }

        String number() {
            return foot().stream().map(TextPosition::getUnicode).reduce("", String::concat);
        }

        double numberX() {
            return foot().get(0).getXDirAdj() / POINTS_PER_MILLIMETRE;
        }
    }

    private static List<Sheet> pages(byte[] pdf) throws IOException {
        List<Sheet> pages = new ArrayList<>();
        try (var document = Loader.loadPDF(pdf)) {
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                var positions = new Positions();
                positions.setStartPage(number);
                positions.setEndPage(number);
                positions.getText(document);
                var box = document.getPage(number - 1).getMediaBox();
                pages.add(new Sheet(
                        box.getWidth() / POINTS_PER_MILLIMETRE,
                        box.getHeight() / POINTS_PER_MILLIMETRE,
                        List.copyOf(positions.lines.values())));
            }
        }
        return pages;
    }

    private static double right(TextPosition character) {
        return character.getXDirAdj() + character.getWidthDirAdj();
    }

    /** Of a Chinese character's ink, as good as 0.86 of its size above the baseline. */
    private static double top(TextPosition character) {
        return character.getYDirAdj() - 0.86 * character.getFontSizeInPt();
    }

    private static final class Positions extends PDFTextStripper {

        private final TreeMap<Integer, List<TextPosition>> lines = new TreeMap<>();

        @Override
        protected void processTextPosition(TextPosition character) {
            if (!character.getUnicode().isBlank()) {
                lines.computeIfAbsent(Math.round(character.getYDirAdj()), height -> new ArrayList<>())
                        .add(character);
            }
        }
    }
}
