package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindRedactionTest {

    private static final BlindRedaction REDACTION =
            new BlindRedaction(BlindNames.ofOrganisation("长沙湘怡职业技术学院", List.of("长沙市", "长沙", "岳麓区", "岳麓")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            我校长沙湘怡职业技术学院成立于1986年, 我校■■成立于1986年
            湘怡职业技术学院的学生,              ■■的学生
            长沙湘怡职院与湘怡职业学院,          ■■与■■
            长 沙 湘 怡 职业技术 学院,            ■■
            长沙湘怡·职业技术学院,               ■■
            长沙湘怡大讲堂,                       ■■大讲堂
            某校的职业技术学院评估,               某校的职业技术学院评估
            """)
    void takesTheNameOutHoweverItIsWritten(String text, String shown) {
        assertThat(REDACTION.of(text)).isEqualTo(shown);
    }

    @Test
    void findsANameThatABreakDivides() {
        assertThat(REDACTION.of("长沙湘怡职业\n　技术学院")).isEqualTo("■■");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            详见申报书 CY2026-02-0007 附件       | 详见申报书 ■■ 附件
            电话13907310001，0731-84714899     | 电话■■，■■
            邮箱 zhang.san@xiangyi.edu.cn。     | 邮箱 ■■。
            见 https://www.xiangyi.edu.cn/a?b=1 | 见 ■■
            官网xiangyi.edu.cn/news             | 官网■■
            代码12430000444885356L              | 代码■■
            身份证11010519491231002X            | 身份证■■
            投入1390.5万元，面积12430平方米      | 投入1390.5万元，面积12430平方米
            """)
    void takesOutWhatGivesAwayByItsShape(String text, String shown) {
        assertThat(REDACTION.of(text)).isEqualTo(shown);
    }

    @Test
    void readsFullWidthLettersAsUsualOnes() {
        assertThat(new BlindRedaction(Set.of("ABC学校")).of("本项目由ａｂｃ学校牵头")).isEqualTo("本项目由■■牵头");
    }

    @Test
    void ignoresNamesOfOneCharacter() {
        assertThat(new BlindRedaction(Set.of("王", "")).of("王者")).isEqualTo("王者");
    }

    @Test
    void theLongestNameGoesFirst() {
        assertThat(new BlindRedaction(Set.of("湘怡", "湘怡集团")).of("湘怡集团和湘怡")).isEqualTo("■■和■■");
    }

    @Test
    void saysWhetherItWouldTakeSomethingOut() {
        assertThat(REDACTION.finds("湘怡职业技术学院")).isTrue();
        assertThat(REDACTION.finds("某职业技术学院")).isFalse();
    }
}
