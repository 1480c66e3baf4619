package org.chuyi.application.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.application.upload.FileSamples.incoming;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.support.ResourceBundleMessageSource;

class UploadRulesTest {

    @Test
    void filesOfEveryTypeAreTakenByTheirContent() throws IOException {
        assertThat(objection("申报书.pdf", FileSamples.pdf("一"))).isEmpty();
        assertThat(objection("方案.docx", FileSamples.docx("二"))).isEmpty();
        assertThat(objection("照片.png", FileSamples.png())).isEmpty();
        assertThat(objection("照片.jpg", FileSamples.jpg())).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(objection("申报书.pdf", new byte[0])).contains("materialEmpty");
    }

    @Test
    void tenMegabytesAreTakenAndOneByteMoreIsNot() throws IOException {
        assertThat(objection("申报书.pdf", FileSamples.pdfOfSize(10 * 1024 * 1024)))
                .isEmpty();
        assertThat(objection("申报书.pdf", FileSamples.pdfOfSize(10 * 1024 * 1024 + 1)))
                .contains("materialTooLarge");
    }

    @Test
    void aProgramRenamedToPdfIsCalledAProgram() throws IOException {
        assertThat(message("申报书.pdf", FileSamples.program(), "pdf"))
                .isEqualTo("“申报书.pdf”的实际内容是可执行程序，不能上传。请上传 PDF 格式的文件。");
    }

    @Test
    void aTypeThatIsNotAskedForIsNamedTogetherWithThoseThatAre() throws IOException {
        assertThat(message("照片.pdf", FileSamples.png(), "pdf", "docx"))
                .isEqualTo("“照片.pdf”的内容是 PNG 图片，本项材料请上传 DOCX / PDF 格式的文件。");
        assertThat(message("资料.docx", FileSamples.plainArchive(), "docx"))
                .isEqualTo("“资料.docx”的实际内容是压缩包，请解压后逐个上传 DOCX 格式的文件。");
    }

    @Test
    void webPagesAndTextAreRefused() throws IOException {
        assertThat(objection("a.pdf", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes()))
                .contains("materialIs.WEB_PAGE");
        assertThat(objection("a.pdf", "只有文字".getBytes())).contains("materialIs.TEXT");
        assertThat(objection("a.pdf", "#!/bin/sh\nrm -rf /\n".getBytes())).contains("materialIs.PROGRAM");
    }

    @Test
    void aPdfThatEndsTooEarlyIsRefused() throws IOException {
        byte[] whole = FileSamples.pdf("一");
        assertThat(objection("申报书.pdf", Arrays.copyOf(whole, whole.length - 8))).contains("materialPdfBroken");
    }

    @Test
    void aPdfWithPasswordScriptOrLaunchIsRefused() throws IOException {
        assertThat(objection("a.pdf", FileSamples.pdf("<</Type/Catalog>>", "/Encrypt 9 0 R")))
                .contains("materialPdfEncrypted");
        assertThat(objection("a.pdf", FileSamples.pdf("<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>", "")))
                .contains("materialPdfActive");
        assertThat(objection("a.pdf", FileSamples.pdf("<</OpenAction<</S/Launch/F(cmd.exe)>>>>", "")))
                .contains("materialPdfActive");
    }

    @Test
    @Timeout(10)
    void aZipBombIsRefusedBeforeItIsInflated() throws IOException {
        byte[] bomb = FileSamples.zipBomb(300);
        assertThat(bomb.length).isLessThan(1024 * 1024);

        long start = System.nanoTime();
        assertThat(objection("方案.docx", bomb)).contains("materialOfficeBomb");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @Timeout(10)
    void aZipBombThatLiesAboutItsSizeIsRefusedWhereTheRatioIsPassed() throws IOException {
        byte[] bomb = FileSamples.zipBomb(300);
        assertThat(objection("方案.docx", withDeclaredSize(bomb, 100))).contains("materialOfficeBomb");
    }

    @Test
    void tooManyEntriesMacrosAndPathsThatLeadOutsideAreRefused() throws IOException {
        assertThat(objection("a.docx", FileSamples.docxOfManyEntries(OfficeArchive.MOST_ENTRIES)))
                .isEmpty();
        assertThat(objection("a.docx", FileSamples.docxOfManyEntries(OfficeArchive.MOST_ENTRIES + 1)))
                .contains("materialOfficeBomb");
        assertThat(objection("a.docx", FileSamples.docxWith("word/vbaProject.bin", "x")))
                .contains("materialOfficeMacros");
        assertThat(objection("a.docx", FileSamples.docxWith("word/../../etc/passwd", "x")))
                .contains("materialOfficeBroken");
        assertThat(objection("a.docx", FileSamples.docxWith("C:\\evil.exe", "x")))
                .contains("materialOfficeBroken");
    }

    @Test
    void aDocxThatEndsTooEarlyIsCalledDamaged() throws IOException {
        byte[] whole = FileSamples.docx("一");
        assertThat(objection("a.docx", Arrays.copyOf(whole, whole.length - 30))).contains("materialIs.BROKEN_ARCHIVE");
    }

    @Test
    void aPictureOfMoreThanFiftyMegapixelsIsRefusedByItsHeader() throws IOException {
        assertThat(objection("a.png", FileSamples.pngOfSize(5000, 10000))).isEmpty();
        assertThat(objection("a.png", FileSamples.pngOfSize(5001, 10000))).contains("materialPictureTooLarge");
        assertThat(objection("a.png", FileSamples.pngOfSize(60000, 60000))).contains("materialPictureTooLarge");
        assertThat(objection("a.png", Arrays.copyOf(FileSamples.png(), 12))).contains("materialPictureBroken");
    }

    private static Optional<String> objection(String name, byte[] content) throws IOException {
        return problem(name, content, "pdf", "docx", "xlsx", "jpg", "png")
                .map(problem -> problem.code().substring("application.problem.".length()));
    }

    private static Optional<FieldProblem> problem(String name, byte[] content, String... types) throws IOException {
        var material = new MaterialRequirement(
                "letter", new BilingualText("申报书", "Letter"), Optional.empty(), true, Set.of(types), 1, false);
        try (var file = incoming(name, content)) {
            return UploadRules.objection(file, material);
        }
    }

    private static String message(String name, byte[] content, String... types) throws IOException {
        var problem = problem(name, content, types).orElseThrow();
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/application");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages.getMessage(problem.code(), problem.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
    }

    /** Writes another size into the central directory's entry of the document. */
    private static byte[] withDeclaredSize(byte[] zip, int size) {
        byte[] changed = zip.clone();
        for (int i = changed.length - 46; i >= 0; i--) {
            boolean isEntry = changed[i] == 'P' && changed[i + 1] == 'K' && changed[i + 2] == 1 && changed[i + 3] == 2;
            if (isEntry && changed[i + 46] == 'w') {
                for (int digit = 0; digit < 4; digit++) {
                    changed[i + 24 + digit] = (byte) (size >> (8 * digit));
                }
            }
        }
        return changed;
    }
}
