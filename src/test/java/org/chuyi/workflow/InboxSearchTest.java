package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.workflow.InboxQuery.ALL;

import java.util.List;
import java.util.UUID;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class InboxSearchTest {

    private static final String NUMBER = "search-2026-004711";
    private static final String TITLE = "《护理》AI 示范专业100%建设_一期";
    private static final String OTHER = "search-2026-009999";

    @Autowired
    InboxLists lists;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    Organisation school;
    Actor reviewer;

    @BeforeEach
    void twoCasesOnADesk() {
        var office = people.organisation(Department.HOUSING.organisationName());
        reviewer = people.in(office, Role.REVIEWER);
        jdbc.sql("delete from inbox_task where organisation_id = :id")
                .param("id", office.id().value())
                .update();
        jdbc.sql("delete from inbox_case where business_key like 'search-%'").update();
        school = people.company("找一找职业技术学校" + anyLetters());
        put(NUMBER, TITLE, school);
        put(OTHER, "理护养老研究", people.company("另一家企业" + anyLetters()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NUMBER,
                "4711",
                "-0047",
                "SEARCH-2026-0047",
                "护理",
                "《护",
                "理》ai",
                "ai 示范",
                "示范专业100%",
                "100%建",
                "设_一",
                "找一找职业",
                "技术学校",
                "找"
            })
    void aPartOfNumberTitleOrSchoolFindsTheCaseInWhateverCase(String part) {
        assertThat(found(part)).contains(NUMBER).allMatch(key -> key.equals(NUMBER) || part.equals("找"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"47 11", "护 理", "100_", "4%1", "设%期", "示范护理", "711找"})
    void whatStandsInNoneOfThemFindsNothing(String part) {
        assertThat(found(part)).isEmpty();
    }

    @Test
    void tooShortForTheIndexStillFinds() {
        assertThat(found("99")).contains(OTHER).doesNotContain(NUMBER);
        assertThat(found("养")).contains(OTHER).doesNotContain(NUMBER);
    }

    @Test
    void aRenamedSchoolIsFoundByItsNewNameAlone() {
        jdbc.sql("update organisation set name = '改名后的职业学院' where id = :id")
                .param("id", school.id().value())
                .update();
        try {
            assertThat(found("改名后的")).containsExactly(NUMBER);
            assertThat(found("找一找职业")).isEmpty();
        } finally {
            jdbc.sql("update organisation set name = :name where id = :id")
                    .param("name", school.name())
                    .param("id", school.id().value())
                    .update();
        }
    }

    @Test
    void startedCasesAreSearchedTheSameWay() {
        jdbc.sql(
                        "update inbox_case set started_by = :account, organisation_id = :office where business_key like 'search-%'")
                .param("account", reviewer.account().value())
                .param("office", reviewer.organisation().value())
                .update();

        assertThat(lists.started(reviewer, ALL.text("护理")).rows())
                .extracting(InboxCase::businessKey)
                .containsExactly(NUMBER);
    }

    /** What contains a text has all pieces of that text: what the index passes over cannot match. */
    @Test
    void piecesOfAPartAreAmongThoseOfTheWhole() {
        var whole = NUMBER + TITLE;
        for (int from = 0; from < whole.length(); from++) {
            for (int to = from + 1; to <= whole.length(); to++) {
                var part = whole.substring(from, to);
                assertThat(jdbc.sql("select search_pieces(:whole) @> search_pieces(:part)")
                                .param("whole", whole)
                                .param("part", part)
                                .query(Boolean.class)
                                .single())
                        .as(part)
                        .isTrue();
            }
        }
        assertThat(jdbc.sql("select search_pieces('4711 护理' || chr(10) || 'b')")
                        .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                        .single())
                .containsExactly("4711", "711 ", "11 护", "1 护理", " 护", "护理");
    }

    private static String anyLetters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private List<String> found(String part) {
        return lists.toDo(reviewer, ALL.text(part)).rows().stream()
                .map(InboxTask::businessKey)
                .toList();
    }

    private void put(String key, String title, Organisation applicant) {
        jdbc.sql("""
                        insert into inbox_case (business_key, process_key, title, category, occasion, organisation_id,
                          city_code, started_at)
                        values (:key, 'schoolApplication', :title, 'think-tank', '2026-1', :applicant, '430100', now())""")
                .param("key", key)
                .param("title", title)
                .param("applicant", applicant.id().value())
                .update();
        jdbc.sql("""
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, business_key, title, category, occasion, applicant_id, city_code,
                          organisation_id, role, state, created_at)
                        values (:key, 'cityReview', 'schoolApplication', 'd', 'i', :key, :title, 'think-tank', '2026-1',
                          :applicant, '430100', :organisation, 'REVIEWER', 'OPEN', now())""")
                .param("key", key)
                .param("title", title)
                .param("applicant", applicant.id().value())
                .param("organisation", reviewer.organisation().value())
                .update();
    }
}
