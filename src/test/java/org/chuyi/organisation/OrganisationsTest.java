package org.chuyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuyi.shared.SchoolCode;
import org.chuyi.shared.SocialCreditCode;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
class OrganisationsTest {

    private static final String CHANGSHA = "430100";

    @Autowired
    Organisations organisations;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void schoolIsFoundByItsCode() {
        Organisation school =
                organisations.bySchoolCode(SchoolCode.parse("4143010827")).orElseThrow();
        assertThat(school.name()).isEqualTo("长沙民政职业技术学院");
        assertThat(school.kind()).isEqualTo(OrganisationKind.HIGHER_COLLEGE);
        assertThat(school.cityCode()).isEqualTo(CHANGSHA);
        assertThat(school.privatelyRun()).isFalse();
        assertThat(school.demonstration()).isFalse();
        assertThat(school.supervisedBy()).isEmpty();
    }

    @Test
    void schoolIsFoundByItsWholeNameOnly() {
        assertThat(organisations.byName(" 湖南软件职业技术大学 "))
                .get()
                .extracting(Organisation::kind)
                .isEqualTo(OrganisationKind.VOCATIONAL_UNIVERSITY);
        assertThat(organisations.byName("湖南软件")).isEmpty();
    }

    @Test
    @Transactional
    void companyIsFoundByItsSocialCreditCode() {
        jdbc.sql("""
                        insert into organisation (kind, name, region_code, city_code, social_credit_code)
                        values ('COMPANY', '按信用代码查找的公司', '430104', '430100', '91350100M000100Y43')
                        """).update();
        assertThat(organisations.bySocialCreditCode(SocialCreditCode.parse("91350100m000100y43")))
                .get()
                .extracting(Organisation::name)
                .isEqualTo("按信用代码查找的公司");
    }

    @Test
    void organisationOfAnIdIsTheSameAsOfItsName() {
        Organisation byName = organisations.byName("长沙民政职业技术学院").orElseThrow();
        assertThat(organisations.get(byName.id())).isEqualTo(byName);
        assertThat(organisations.find(byName.id())).contains(byName);
    }

    @Test
    void unknownIdIsNotFound() {
        var unknown = new OrganisationId(Long.MAX_VALUE);
        assertThat(organisations.find(unknown)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> organisations.get(unknown));
    }

    @Test
    void collegeOfAnAuthorityKnowsWhoReviewsForIt() {
        Organisation college = organisations.byName("长沙航空职业技术学院").orElseThrow();
        assertThat(organisations.get(college.supervisedBy().orElseThrow()))
                .extracting(Organisation::name, Organisation::kind)
                .containsExactly("空军装备部", OrganisationKind.SUPERVISING_AUTHORITY);
    }

    @Test
    void everyCityHasItsTwoBureaux() {
        assertThat(regions.cities()).hasSize(14).allSatisfy(city -> {
            assertThat(organisations.cityEducationBureauOf(city.code().value())).isPresent();
            assertThat(organisations.cityHrBureauOf(city.code().value())).isPresent();
        });
        assertThat(organisations.cityEducationBureauOf(CHANGSHA))
                .get()
                .extracting(Organisation::name)
                .isEqualTo("长沙市教育局");
        assertThat(organisations.cityHrBureauOf("433100"))
                .get()
                .extracting(Organisation::name)
                .isEqualTo("湘西土家族苗族自治州人力资源和社会保障局");
    }

    @Test
    void provinceHasNoCityBureau() {
        assertThat(organisations.cityEducationBureauOf("430000")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyDepartmentIsInTheDirectory(Department department) {
        assertThat(organisations.department(department))
                .extracting(Organisation::name, Organisation::kind, Organisation::cityCode)
                .containsExactly(department.organisationName(), OrganisationKind.PROVINCIAL_DEPARTMENT, "430000");
    }

    @Test
    void directoryHoldsTheRealInstitutions() {
        assertThat(countReal(OrganisationKind.VOCATIONAL_UNIVERSITY)).isEqualTo(2);
        assertThat(countReal(OrganisationKind.HIGHER_COLLEGE)).isEqualTo(93);
        assertThat(countReal(OrganisationKind.CITY_EDUCATION_BUREAU)).isEqualTo(14);
        assertThat(countReal(OrganisationKind.CITY_HR_BUREAU)).isEqualTo(14);
        assertThat(jdbc.sql("select count(*) from organisation where privately_run and school_code like '4143%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(22);
    }

    @Test
    void confirmedSecondarySchoolsAreRealEvenWithoutDemonstration() {
        for (String name : List.of("新化县楚怡工业学校", "浏阳市职业中专学校", "涟源市工贸职业中等专业学校")) {
            Organisation school = organisations.byName(name).orElseThrow();
            assertThat(school.demonstration()).isFalse();
            assertThat(school.kind()).isEqualTo(OrganisationKind.SECONDARY_SCHOOL);
        }
        assertThat(organisations.byName("新化县楚怡工业学校").orElseThrow().cityCode()).isEqualTo("431300");
    }

    @Test
    void withoutDemonstrationNothingIsMadeUp() {
        assertThat(organisations.byName("芙蓉区示例职业中专学校")).isEmpty();
    }

    @Test
    void searchFindsPartOfANameInPinyinOrder() {
        var found =
                organisations.search(OrganisationSearch.any().named("市教育局").of(OrganisationKind.CITY_EDUCATION_BUREAU));
        assertThat(found.rows())
                .extracting(Organisation::name)
                .containsExactly(
                        "常德市教育局", "长沙市教育局", "郴州市教育局", "衡阳市教育局", "怀化市教育局", "娄底市教育局", "邵阳市教育局", "湘潭市教育局", "益阳市教育局",
                        "永州市教育局", "张家界市教育局", "株洲市教育局");
        assertThat(found.next()).isEmpty();
    }

    @Test
    void searchTakesPercentAndUnderscoreAsTheyAre() {
        assertThat(organisations.search(OrganisationSearch.any().named("%")).rows())
                .isEmpty();
        assertThat(organisations.search(OrganisationSearch.any().named("_")).rows())
                .isEmpty();
        assertThat(organisations
                        .search(OrganisationSearch.any().named("' or true --"))
                        .rows())
                .isEmpty();
    }

    @Test
    void searchInACityFindsItsOwnAlone() {
        var colleges = organisations
                .search(OrganisationSearch.any()
                        .of(OrganisationKind.HIGHER_COLLEGE, OrganisationKind.VOCATIONAL_UNIVERSITY)
                        .inCity("430200")
                        .size(200))
                .rows();
        assertThat(colleges)
                .extracting(Organisation::name)
                .contains("湖南铁道职业技术学院", "湖南汽车工程职业大学")
                .doesNotContain("长沙民政职业技术学院");
        assertThat(colleges).extracting(Organisation::cityCode).containsOnly("430200");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        var search = OrganisationSearch.any().of(OrganisationKind.HIGHER_COLLEGE);
        var inOne = organisations.search(search.size(200)).rows();
        assertThat(inOne).hasSizeGreaterThanOrEqualTo(93);

        List<Organisation> inPages = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            var asked = search.size(10);
            var page = organisations.search(next.map(asked::after).orElse(asked));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(10);
            inPages.addAll(page.rows());
            next = page.next();
        } while (next.isPresent());
        assertThat(inPages).containsExactlyElementsOf(inOne);
    }

    private int countReal(OrganisationKind kind) {
        return jdbc.sql("select count(*) from organisation where kind = :kind and not demonstration")
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }
}
