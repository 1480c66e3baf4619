package org.chuyi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @Test
    void socialCreditCodeIsJudgedByItsCheckCharacter() {
        assertThat(SocialCreditCode.isValid("91350100M000100Y43")).isTrue();
        assertThat(SocialCreditCode.isValid("91350100M000100Y4Z")).isFalse();
        assertThat(SocialCreditCode.isValid("91350100M000100Y44")).isFalse();
    }

    @Test
    void socialCreditCodeForgivesSmallLettersAndSpaceAroundIt() {
        assertThat(SocialCreditCode.parse(" 91350100m000100y43 ").value()).isEqualTo("91350100M000100Y43");
    }

    @Test
    void socialCreditCodeIsCompletedByItsCheckCharacter() {
        assertThat(SocialCreditCode.ofBody("91350100M000100Y4")).hasToString("91350100M000100Y43");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "９1350100M000100Y43"})
    void notASocialCreditCode(String text) {
        assertThat(SocialCreditCode.isValid(text)).isFalse();
    }

    @Test
    void identityNumberIsJudgedByItsCheckCharacterAndBirthDate() {
        assertThat(IdentityNumber.isValid("11010519491231002X")).isTrue();
        assertThat(IdentityNumber.isValid("11010519491231002x")).isTrue();
        assertThat(IdentityNumber.parse("11010519491231002X").birthDate()).isEqualTo("1949-12-31");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "110105194912310021", // wrong check character
                "110105194902300024", // 30 February
                "110105189912310024", // born in 1899
                "11010519491231002",
                "110105491231002",
                "01010519491231002X",
                "1101051949123100２X"
            })
    void notAnIdentityNumber(String text) {
        assertThat(IdentityNumber.isValid(text)).isFalse();
    }

    @Test
    void nobodyIsBornTomorrow() {
        assertThat(IdentityNumber.isValid("11010519491231002X", LocalDate.of(1949, 12, 30)))
                .isFalse();
        assertThat(IdentityNumber.isValid("11010519491231002X", LocalDate.of(1949, 12, 31)))
                .isTrue();
    }

    @Test
    void identityNumberIsNeverPrintedWhole() throws Exception {
        var number = IdentityNumber.parse("11010519491231002X");
        assertThat(number).hasToString("110105********002X");
        assertThat("%s".formatted(number)).doesNotContain("19491231");
        var mapper = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        assertThat(mapper.writeValueAsString(number)).doesNotContain("19491231");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentityNumber.parse("110105194912310021"))
                .withMessageNotContaining("1949");
        assertThat(number.whole()).isEqualTo("11010519491231002X");
    }

    @Test
    void sameIdentityNumberIsTheSamePerson() {
        assertThat(IdentityNumber.parse("11010519491231002x"))
                .isEqualTo(IdentityNumber.parse(" 11010519491231002X "))
                .hasSameHashCodeAs(IdentityNumber.parse("11010519491231002X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4143010827", "3643000496", "4243050812"})
    void schoolCodeOfHunanWhateverItsTypeDigits(String code) {
        assertThat(SchoolCode.parse(code).province()).isEqualTo(RegionCode.parse("430000"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"414301082", "41430108270", "4199010827", "414301082A"})
    void notASchoolCode(String text) {
        assertThat(SchoolCode.isValid(text)).isFalse();
    }

    @Test
    void regionCodeTellsItsLevelAndItsCity() {
        assertThat(RegionCode.parse("430000").level()).isEqualTo(RegionCode.Level.PROVINCE);
        assertThat(RegionCode.parse("433100").level()).isEqualTo(RegionCode.Level.CITY);
        assertThat(RegionCode.parse("430104").level()).isEqualTo(RegionCode.Level.COUNTY);
        assertThat(RegionCode.parse("430104").city()).hasToString("430100");
        assertThat(RegionCode.parse("430104").province()).hasToString("430000");
        assertThat(RegionCode.parse("430000").city()).hasToString("430000");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"43010", "4301000", "430004", "030100", "43010x"})
    void notARegionCode(String text) {
        assertThat(RegionCode.isValid(text)).isFalse();
    }

    @Test
    void majorCodeTellsItsLevelAndStateControl() {
        assertThat(MajorCode.parse("610101").level()).isEqualTo(MajorLevel.SECONDARY);
        assertThat(MajorCode.parse("720101").level()).isEqualTo(MajorLevel.SECONDARY);
        assertThat(MajorCode.parse("410101").level()).isEqualTo(MajorLevel.ASSOCIATE);
        assertThat(MajorCode.parse("520101k").level()).isEqualTo(MajorLevel.ASSOCIATE);
        assertThat(MajorCode.parse("330302").level()).isEqualTo(MajorLevel.BACHELOR);
        assertThat(MajorCode.parse("520101k").isStateControlled()).isTrue();
        assertThat(MajorCode.parse("610101").isStateControlled()).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"110101", "810101", "61010", "610101X", "6101011"})
    void notAMajorCode(String text) {
        assertThat(MajorCode.isValid(text)).isFalse();
    }

    @Test
    void documentNumberIsReadAndWritten() {
        assertThat(DocumentNumber.parse("湘教通〔2022〕10号")).isEqualTo(new DocumentNumber("湘教通", 2022, 10));
        assertThat(new DocumentNumber("湘教通", 2022, 10)).hasToString("湘教通〔2022〕10号");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"湘教通〔2022〕第10号", "湘教通〔2022〕010号", "湘教通[2022]10号", "湘教通〔22〕10号", "〔2022〕10号", "湘教通〔2022〕10"})
    void notADocumentNumber(String text) {
        assertThat(DocumentNumber.isValid(text)).isFalse();
    }

    @Test
    void documentNumberCannotBeMadeOfNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentNumber("湘教通", 22, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentNumber("湘教通", 2022, 0));
    }
}
