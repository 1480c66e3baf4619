package org.chuyi.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.notification.message.PersonalMessages;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Statements;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Without a mail server; with one see MailDeliveryTest. */
@IntegrationTest
class NotificationsTest {

    private static final Map<String, Object> VALUES = Map.of("number", "CY2026-09-0001", "title", "机电专业群");

    private static final Map<String, Object> TRANSFER =
            Map.of("number", "CY2026-09-0001", "title", "机电专业群", "person", "王芳", "reason", "外出");

    @Autowired
    Notifications notifications;

    @Autowired
    UnreadMessages unread;

    @Autowired
    PersonalMessages personal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Readers readers;
    private TransactionTemplate nested;

    @BeforeEach
    void readers() {
        readers = new Readers(jdbc);
        nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        clock.set(MovableClock.START);
    }

    @Test
    void tellsEachPersonOnceAndNobodyElse() {
        AccountId asked = readers.account("asked@example.org", "zh-CN");
        AccountId other = readers.account("other@example.org", "zh-CN");

        inTransaction(() -> notifications.tell(
                List.of(asked, asked), "applicationSubmitted", VALUES, "/applications/CY2026-09-0001"));

        assertThat(unread.unreadOf(asked)).isEqualTo(1);
        assertThat(unread.unreadOf(other)).isZero();
    }

    @Test
    void tellsWhoeverHoldsThePostAndIsEnabled() {
        AccountId holder = readers.account(null, "zh-CN");
        AccountId gone = readers.account(null, "zh-CN");
        AccountId sameRoleElsewhere = readers.account(null, "zh-CN");
        readers.disable(gone);
        readers.post(Role.REVIEWER, sameRoleElsewhere);
        var post = readers.post(Role.REVIEWER, holder, gone);

        inTransaction(() -> notifications.tell(post, "reviewAsked", VALUES, "/inbox"));

        assertThat(unread.unreadOf(holder)).isEqualTo(1);
        assertThat(unread.unreadOf(gone)).isZero();
        assertThat(unread.unreadOf(sameRoleElsewhere)).isZero();
    }

    @Test
    void whoeverStandsInForAHolderTodayIsToldToo() {
        AccountId holder = readers.account(null, "zh-CN");
        AccountId colleague = readers.account(null, "zh-CN");
        AccountId fromTomorrow = readers.account(null, "zh-CN");
        AccountId untilYesterday = readers.account(null, "zh-CN");
        AccountId revoked = readers.account(null, "zh-CN");
        var post = readers.post(Role.REVIEWER, holder, colleague);
        readers.standIn(colleague, holder, post, 0, 0);
        readers.standIn(fromTomorrow, holder, post, 1, 5);
        readers.standIn(untilYesterday, holder, post, -5, -1);
        readers.standIn(revoked, holder, post, 0, 5);
        jdbc.sql("update deputy set revoked_at = now() where deputy_id = :id")
                .param("id", revoked.value())
                .update();
        jdbc.sql("update account set name = '张敏' where id = :id")
                .param("id", colleague.value())
                .update();
        AccountId deputy = readers.account(null, "zh-CN");
        AccountId elsewhere = readers.account(null, "zh-CN");
        readers.standIn(deputy, colleague, post, -1, 1);
        readers.standIn(elsewhere, holder, readers.post(Role.REVIEWER, holder), 0, 5);

        inTransaction(() -> notifications.tell(post, "reviewAsked", VALUES, "/inbox"));
        inTransaction(() -> notifications.tellAll(List.of(post), "reviewAsked", VALUES, "/inbox"));
        inTransaction(() -> notifications.tell(post, List.of(colleague), "taskTransferred", TRANSFER, "/inbox"));

        assertThat(unread.unreadOf(holder)).isEqualTo(2);
        assertThat(unread.unreadOf(colleague)).isEqualTo(3);
        assertThat(unread.unreadOf(deputy)).isEqualTo(3);
        assertThat(newest(deputy)).endsWith("您作为张敏的代理人收到此通知。");
        assertThat(newest(colleague)).doesNotContain("代理");
        assertThat(newest(holder)).doesNotContain("代理");
        assertThat(List.of(fromTomorrow, untilYesterday, revoked, elsewhere))
                .allSatisfy(other -> assertThat(unread.unreadOf(other)).isZero());
    }

    @Test
    void nobodyStandsInForAnExpertOrHearsWhatIsAPersonsOwn() {
        AccountId person = readers.account(null, "zh-CN");
        AccountId deputy = readers.account(null, "zh-CN");
        var post = readers.post(Role.PROVINCIAL_OFFICER, person);
        var seat = new Post(post.organisation(), Role.EXPERT);
        readers.hold(seat, person);
        readers.standIn(deputy, person, post, 0, 5);

        inTransaction(() -> notifications.tell(List.of(person), "workFinished", Map.of("title", "导出"), "/work/1"));
        inTransaction(() -> notifications.tell(seat, List.of(person), "taskTransferred", TRANSFER, "/inbox"));
        inTransaction(() -> notifications.tell(seat, "scoringAsked", VALUES, "/inbox"));

        assertThat(unread.unreadOf(person)).isEqualTo(3);
        assertThat(unread.unreadOf(deputy)).isZero();
    }

    @Test
    void whoStandsInForAnApplicantLearnsNothingThatTheApplicantMayNot() {
        AccountId clerk = readers.account(null, "zh-CN");
        AccountId deputy = readers.account(null, "zh-CN");
        var applicants = readers.post(Role.APPLICANT, clerk);
        readers.standIn(deputy, clerk, applicants, 0, 5);

        inTransaction(() -> notifications.tell(applicants, List.of(clerk), "reviewAsked", VALUES, "/inbox"));

        assertThat(unread.unreadOf(clerk)).isZero();
        assertThat(unread.unreadOf(deputy)).isZero();
    }

    @Test
    void saysNothingAboutADecisionThatWasRolledBack() {
        AccountId asked = readers.account(null, "zh-CN");

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            notifications.tell(List.of(asked), "applicationApproved", VALUES, "/inbox");
            transaction.setRollbackOnly();
        });

        assertThat(unread.unreadOf(asked)).isZero();
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> notifications.tell(List.of(), "applicationApproved", VALUES, "/inbox"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void writesNoMailWithoutAMailServer() {
        AccountId asked = readers.account("asked@example.org", "zh-CN");

        inTransaction(() -> notifications.tell(List.of(asked), "applicationApproved", VALUES, "/inbox"));

        assertThat(jdbc.sql("select count(*) from message where account_id = :id and mail_at is not null")
                        .param("id", asked.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void eachPostIsToldOnceHoweverManyOfThemOnePersonHolds() throws Exception {
        AccountId both = readers.account(null, "zh-CN");
        AccountId leader = readers.account(null, "zh-CN");
        var applicants = readers.post(Role.APPLICANT, both);
        var leaders = new Post(applicants.organisation(), Role.SCHOOL_LEADER);
        readers.hold(leaders, both);
        readers.hold(leaders, leader);
        var elsewhere = readers.post(Role.APPLICANT, readers.account(null, "zh-CN"));

        var statements = Statements.during(() -> {
            inTransaction(() -> notifications.tellAll(
                    List.of(applicants, leaders),
                    "listDisplayed",
                    Map.of("round", "一", "due", "2026-03-09"),
                    "/publicity"));
            return null;
        });

        assertThat(statements).hasSize(1);
        assertThat(unread.unreadOf(both)).isEqualTo(1);
        assertThat(unread.unreadOf(leader)).isEqualTo(1);
        assertThat(toldAt(elsewhere)).isZero();
    }

    @Test
    void whatATransactionTellsIsWrittenInOneStatementInTheOrderInWhichItWasTold() throws Exception {
        AccountId first = readers.account(null, "zh-CN");
        AccountId second = readers.account(null, "zh-CN");
        var reviewers = readers.post(Role.REVIEWER, second, first);
        var applicants = readers.post(Role.APPLICANT, second);

        var statements = Statements.during(() -> {
            inTransaction(() -> {
                notifications.tell(reviewers, "reviewAsked", VALUES, "/tasks/1");
                notifications.tell(List.of(second), "workFinished", Map.of("title", "导出"), "/work/1");
                notifications.tell(List.of(second), "applicationSubmitted", VALUES, "/applications/1");
                notifications.tell(applicants, List.of(second), "scoringAsked", VALUES, "/scoring");
                notifications.tell(List.of(), "applicationSubmitted", VALUES, "/applications/2");
                notifications.tellAll(
                        List.of(reviewers, applicants),
                        "listDisplayed",
                        Map.of("round", "一", "due", "2026-03-09"),
                        "/publicity");
            });
            return null;
        });

        assertThat(statements).hasSize(1);
        assertThat(toldTo(first, second))
                .containsExactly(
                        first + " reviewAsked /tasks/1",
                        second + " reviewAsked /tasks/1",
                        second + " workFinished /work/1",
                        second + " applicationSubmitted /applications/1",
                        second + " scoringAsked /scoring",
                        first + " listDisplayed /publicity",
                        second + " listDisplayed /publicity");
    }

    @Test
    void whatWasToldAfterASavepointGoesWithIt() {
        AccountId asked = readers.account(null, "zh-CN");

        inTransaction(() -> {
            notifications.tell(List.of(asked), "applicationSubmitted", VALUES, "/applications/1");
            nested.executeWithoutResult(savepoint -> {
                notifications.tell(List.of(asked), "applicationSubmitted", VALUES, "/applications/2");
                savepoint.setRollbackOnly();
            });
            notifications.tell(List.of(asked), "applicationSubmitted", VALUES, "/applications/3");
        });

        assertThat(toldTo(asked))
                .containsExactly(
                        asked + " applicationSubmitted /applications/1",
                        asked + " applicationSubmitted /applications/3");
    }

    @Test
    void aNoticeThatCannotBeWrittenUndoesWhatItIsAbout() {
        AccountId asked = readers.account(null, "zh-CN");
        AccountId other = readers.account(null, "zh-CN");
        Map<String, Object> unwritable = Map.of("number", "\u0000", "title", "机电专业群");

        assertThatThrownBy(() -> inTransaction(() -> {
                    readers.disable(other);
                    notifications.tell(List.of(asked), "applicationSubmitted", unwritable, "/inbox");
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(jdbc.sql("select enabled from account where id = :id")
                        .param("id", other.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private List<String> toldTo(AccountId... accounts) {
        return jdbc.sql("select account_id, template, link from message where account_id = any(:accounts) order by id")
                .param("accounts", Stream.of(accounts).map(AccountId::value).toArray(Long[]::new))
                .query((row, n) -> new AccountId(row.getLong("account_id")) + " " + row.getString("template") + " "
                        + row.getString("link"))
                .list();
    }

    @Test
    void applicantsAreNeverToldOfAnInnerStepWhoeverAsksForIt() {
        AccountId clerk = readers.account(null, "zh-CN");
        AccountId clerkAndExpert = readers.account(null, "zh-CN");
        var applicants = readers.post(Role.APPLICANT, clerk, clerkAndExpert);
        readers.post(Role.EXPERT, clerkAndExpert);
        var reviewers = readers.post(Role.REVIEWER, readers.account(null, "zh-CN"));
        Map<String, Object> step = Map.of("title", "机电专业群", "step", "市州审核", "due", "2026-03-09");

        inTransaction(() -> notifications.tell(List.of(clerk, clerkAndExpert), "scoringAsked", VALUES, "/scoring"));
        inTransaction(() -> notifications.tell(List.of(clerk), "taskReminder", step, "/inbox"));
        inTransaction(() -> notifications.tell(reviewers, List.of(clerk), "taskReminder", step, "/inbox"));
        assertThat(unread.unreadOf(clerk)).isZero();
        assertThat(unread.unreadOf(clerkAndExpert)).isEqualTo(1);

        inTransaction(() -> notifications.tell(applicants, List.of(clerk), "taskReminder", step, "/inbox"));
        inTransaction(() -> notifications.tell(applicants.organisation(), applicants, "taskReminder", step, "/inbox"));
        assertThat(unread.unreadOf(clerk)).isEqualTo(2);

        for (String inner : List.of("reviewAsked", "reviewReminder", "reviewOverdueReport", "taskReminder")) {
            assertThatThrownBy(() -> inTransaction(() -> notifications.tell(applicants, inner, VALUES, "/inbox")))
                    .as(inner)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("The inner step " + inner + " is told to applicants");
        }
    }

    private int toldAt(Post post) {
        return jdbc.sql("""
                        select count(*) from message m join post p on p.account_id = m.account_id
                        where p.organisation_id = :organisation""")
                .param("organisation", post.organisation().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void leadsNowhereOutsideThePortal() {
        for (String link : List.of(
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "",
                "/a\nb",
                "/\t/evil")) {
            assertThatThrownBy(() ->
                            inTransaction(() -> notifications.tell(List.of(), "applicationApproved", VALUES, link)))
                    .as(link)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void unknownTemplateAndMissingValueFailATest() {
        assertThatThrownBy(() -> inTransaction(() -> notifications.tell(List.of(), "unheardOf", VALUES, "/")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("No text for the message unheardOf");
        assertThatThrownBy(() -> inTransaction(() -> notifications.tell(List.of(), "reviewReminder", VALUES, "/")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The message reviewReminder needs [due, number, title]");
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> work.run());
    }

    private String newest(AccountId reader) {
        return personal.each(reader, true, Optional.empty(), 1, Locale.SIMPLIFIED_CHINESE)
                .messages()
                .get(0)
                .text();
    }
}
