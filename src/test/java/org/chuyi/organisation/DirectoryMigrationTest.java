package org.chuyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chuyi.shared.RegionCode;
import org.chuyi.shared.SchoolCode;
import org.chuyi.shared.SocialCreditCode;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What these tests write is rolled back: other tests run without demonstration data. */
@IntegrationTest
@Transactional
class DirectoryMigrationTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    private final List<Region> regions = ReferenceDirectory.regions();
    private final List<DirectoryEntry> madeUp = DemonstrationDirectory.organisations(regions);

    @Test
    void secondRunChangesNothing() {
        take(ReferenceDirectory.organisations());
        take(madeUp);
        var before = rowVersions();

        take(ReferenceDirectory.organisations());
        take(madeUp);

        assertThat(rowVersions()).isEqualTo(before).hasSizeGreaterThan(137 + 132 + 150);
    }

    @Test
    void renamedSchoolKeepsItsCodeAndItsRow() {
        var code = SchoolCode.parse("4143010827");
        take(List.of(new DirectoryEntry(
                OrganisationKind.VOCATIONAL_UNIVERSITY,
                "长沙民政职业大学",
                RegionCode.parse("430100"),
                code,
                null,
                null,
                false,
                false)));
        assertThat(jdbc.sql("select name || ' ' || kind from organisation where school_code = :code")
                        .param("code", code.value())
                        .query(String.class)
                        .list())
                .containsExactly("长沙民政职业大学 VOCATIONAL_UNIVERSITY");
    }

    @Test
    void codesLearntSinceAreNotForgotten() {
        jdbc.sql("update organisation set social_credit_code = '91350100M000100Y43', school_code = '3643000001'"
                        + " where name = '新化县楚怡工业学校'")
                .update();

        take(ReferenceDirectory.organisations());

        assertThat(jdbc.sql(
                                "select social_credit_code || ' ' || school_code from organisation where name = '新化县楚怡工业学校'")
                        .query(String.class)
                        .list())
                .containsExactly("91350100M000100Y43 3643000001");
    }

    @Test
    void everyCountyHasAPublicSecondarySchoolToDemonstrateWith() {
        var counties = madeUp.stream()
                .filter(entry -> entry.kind() == OrganisationKind.SECONDARY_SCHOOL && !entry.privatelyRun())
                .map(DirectoryEntry::region)
                .toList();
        assertThat(counties)
                .containsExactlyInAnyOrderElementsOf(regions.stream()
                        .filter(region -> region.level() == RegionCode.Level.COUNTY)
                        .map(Region::code)
                        .toList())
                .hasSize(122);
    }

    @Test
    void whatIsMadeUpSaysSo() {
        assertThat(madeUp).allSatisfy(entry -> {
            assertThat(entry.name()).contains("示例");
            assertThat(entry.demonstration()).isTrue();
            assertThat(entry.socialCreditCode().value()).contains("DEM");
        });
        assertThat(ReferenceDirectory.organisations())
                .allSatisfy(entry -> assertThat(entry.demonstration()).isFalse());
    }

    @Test
    void madeUpCodesAreValidAndTheirOwn() {
        assertThat(madeUp).allSatisfy(entry -> assertThat(
                        SocialCreditCode.isValid(entry.socialCreditCode().value()))
                .isTrue());
        assertThat(madeUp).extracting(DirectoryEntry::socialCreditCode).doesNotHaveDuplicates();
        assertThat(madeUp).extracting(DirectoryEntry::name).doesNotHaveDuplicates();
        assertThat(madeUp)
                .filteredOn(entry -> entry.kind().isSchool())
                .extracting(entry -> entry.schoolCode().value())
                .doesNotHaveDuplicates()
                .allMatch(code -> code.startsWith("3643"));
    }

    @Test
    void everyKindOfPartnerIsThereToDemonstrateWith() {
        Map<OrganisationKind, Long> counts =
                madeUp.stream().collect(Collectors.groupingBy(DirectoryEntry::kind, Collectors.counting()));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        OrganisationKind.SECONDARY_SCHOOL, 136L,
                        OrganisationKind.TECHNICIAN_COLLEGE, 16L,
                        OrganisationKind.COMPANY, 20L,
                        OrganisationKind.INDUSTRY_BODY, 3L,
                        OrganisationKind.RESEARCH_INSTITUTE, 3L,
                        OrganisationKind.GOVERNMENT_BODY, 3L));
    }

    @Test
    void migrationRunsAgainOnlyWhenTheDirectoryIsAnother() {
        var without = new DirectoryMigration(false);
        assertThat(without.getChecksum()).isEqualTo(new DirectoryMigration(false).getChecksum());
        assertThat(without.getChecksum()).isNotEqualTo(new DirectoryMigration(true).getChecksum());
        assertThat(jdbc.sql("select checksum from flyway_schema_history where description = 'directory'")
                        .query(Integer.class)
                        .list())
                .containsExactly(without.getChecksum());
    }

    private void take(List<DirectoryEntry> organisations) {
        new DirectoryStore(dataSource).put(regions, organisations);
    }

    /** ctid tells each stored version of a row apart, also within one transaction. */
    private List<String> rowVersions() {
        return jdbc.sql("""
                        select 'region ' || code || ' ' || ctid from region
                        union all
                        select 'organisation ' || id || ' ' || ctid from organisation
                        order by 1
                        """).query(String.class).list();
    }
}
