package org.chuyi.application.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeNameTest {

    @Test
    void ordinaryNamesStayAsTheyAre() {
        assertThat(SafeName.of("2026年 申报书（盖章）.pdf", FileKind.PDF)).isEqualTo("2026年 申报书（盖章）.pdf");
        assertThat(SafeName.of("照片.JPEG", FileKind.JPG)).isEqualTo("照片.JPEG");
    }

    @Test
    void pathsAreCutOff() {
        assertThat(SafeName.of("C:\\Users\\刘敏\\桌面\\申报书.pdf", FileKind.PDF)).isEqualTo("申报书.pdf");
        assertThat(SafeName.of("../../etc/passwd.pdf", FileKind.PDF)).isEqualTo("passwd.pdf");
    }

    @Test
    void controlAndBidirectionalCharactersAreTakenOut() {
        assertThat(SafeName.of("申报\u202Efdp.书\u0000\r\n.pdf", FileKind.PDF)).isEqualTo("申报fdp.书.pdf");
        assertThat(SafeName.of("a<b>\"c\"|?*.pdf", FileKind.PDF)).isEqualTo("a_b__c____.pdf");
    }

    @Test
    void threeHundredChineseCharactersBecomeOneHundredAndTwentyWithTheEnding() {
        String name = SafeName.of("申".repeat(300) + ".pdf", FileKind.PDF);

        assertThat(name).hasSize(120).startsWith("申申申").endsWith("申.pdf");
    }

    @Test
    void theCutNeverSplitsACharacter() {
        String name = SafeName.of("𠮷".repeat(300) + ".pdf", FileKind.PDF);

        assertThat(name.codePointCount(0, name.length())).isEqualTo(120);
        assertThat(name).isEqualTo("𠮷".repeat(116) + ".pdf");
    }

    @Test
    void nothingLeftGetsAName() {
        assertThat(SafeName.of("", FileKind.PDF)).isEqualTo("材料.pdf");
        assertThat(SafeName.of(null, FileKind.PDF)).isEqualTo("材料.pdf");
        assertThat(SafeName.of("///.pdf", FileKind.PDF)).isEqualTo("材料.pdf");
    }

    @Test
    void theEndingSaysWhatTheContentIs() {
        assertThat(SafeName.of("照片.jpg", FileKind.PNG)).isEqualTo("照片.png");
        assertThat(SafeName.of("程序.exe", FileKind.PDF)).isEqualTo("程序.exe.pdf");
        assertThat(SafeName.of("说明", FileKind.DOCX)).isEqualTo("说明.docx");
    }
}
