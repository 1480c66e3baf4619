package org.chuyi.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.NoticesScene;
import org.chuyi.notification.UnreadMessages;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.notification.text.NoticeTemplates;
import org.chuyi.notification.text.NoticeTexts;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Role;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of notices besides the portal, by what each person wants. */
class MailPackingTest extends NoticesScene {

    private static final Map<String, String> SPECIALTY = Map.of("zh", "高水平专业群", "en", "Specialty groups");
    private static final Map<String, String> COLLEGE = Map.of("zh", "高水平高职", "en", "Colleges");

    @Autowired
    MailPacking packing;

    @Autowired
    UnreadMessages unread;

    @Autowired
    NoticeTemplates templates;

    @Autowired
    People people;

    private AccountId reader;

    @BeforeEach
    void oneReader() {
        reader = readers.account("wang@example.org", "zh-CN");
    }

    @Test
    void threeHundredNewTasksAreOneMailWithCountsByProgrammeAndALink() throws Exception {
        var reviewers = readers.post(Role.REVIEWER, reader);
        transaction.executeWithoutResult(open -> IntStream.range(0, 300)
                .forEach(i -> notifications.tell(
                        reviewers, "reviewAsked", values(i, i < 120 ? SPECIALTY : COLLEGE), "/tasks/" + i)));

        settle();

        assertThat(mails("wang@example.org")).hasSize(1);
        var letter = mails("wang@example.org").get(0);
        assertThat(subject(letter)).isEqualTo("【楚怡】新待办：300 条");
        assertThat(bodies(letter))
                .contains("- 高水平专业群：120 条\n  https://chuyi.example.org/inbox")
                .contains("- 高水平高职：180 条\n  https://chuyi.example.org/inbox")
                .contains("<li><a href=\"https://chuyi.example.org/inbox\"");
        assertThat(unread.unreadOf(reader)).isEqualTo(1);
        relay.empty();
        assertThat(mails("wang@example.org")).hasSize(1);
    }

    @Test
    void whatFollowsWithinTenMinutesComesTogetherAndOtherKindsDoNotWait() {
        tell("reviewAsked", 1);
        at("2026-03-02T09:00:30");
        assertThat(subjects()).containsExactly("【楚怡】新的待审申报：高水平专业群");

        tell("reviewAsked", 2);
        tell("reviewReminder", 2);
        at("2026-03-02T09:01:00");
        assertThat(subjects()).containsExactly("【楚怡】新的待审申报：高水平专业群", "【楚怡】审核即将到期：高水平专业群");

        tell("reviewAsked", 3);
        at("2026-03-02T09:10:29");
        assertThat(subjects()).hasSize(2);
        at("2026-03-02T09:10:30");
        assertThat(subjects()).hasSize(3).last().isEqualTo("【楚怡】新待办：2 条");
    }

    @Test
    void inQuietHoursMailsWaitAndThePortalDoesNot() {
        clock.set(MovableClock.at("2026-03-02T23:15:00"));
        tell("reviewAsked", 1);
        assertThat(unread.unreadOf(reader)).isEqualTo(1);

        at("2026-03-02T23:16:00");
        at("2026-03-03T07:59:59");
        assertThat(subjects()).isEmpty();
        at("2026-03-03T08:00:00");
        assertThat(subjects()).containsExactly("【楚怡】新的待审申报：高水平专业群");
    }

    @Test
    void whoHasNoQuietHoursIsToldAtNight() {
        hours(QuietHours.NONE, 9);
        clock.set(MovableClock.at("2026-03-02T23:15:00"));
        tell("reviewAsked", 1);

        settle();

        assertThat(subjects()).hasSize(1);
    }

    @Test
    void digestGathersKindsAndProgrammesOfTheDaysSinceTheLastOne() throws Exception {
        choose(NoticeKind.TASK, NoticeChoice.DIGEST);
        choose(NoticeKind.DUE, NoticeChoice.DIGEST);
        clock.set(MovableClock.at("2026-03-06T10:00:00"));
        tell("reviewAsked", 1);
        tell("reviewAsked", 2);
        tell("reviewReminder", 2);
        transaction.executeWithoutResult(open -> notifications.tell(
                List.of(reader),
                "recommendationOpened",
                Map.of("round", Map.of("zh", "2026年第一批", "en", "First round"), "due", "2026-03-31"),
                "/recommendations/2026-1.7"));

        at("2026-03-06T10:01:00");
        at("2026-03-07T09:00:00");
        at("2026-03-09T08:59:59");
        assertThat(subjects()).isEmpty();
        at("2026-03-09T09:00:00");

        assertThat(subjects()).containsExactly("【楚怡】每日摘要：4 条通知（2026年3月9日）");
        assertThat(bodies(mails("wang@example.org").get(0)))
                .contains("新待办：3 条\nhttps://chuyi.example.org/inbox\n- 高水平专业群：2 条\n"
                        + "  https://chuyi.example.org/inbox\n- 2026年第一批：1 条\n"
                        + "  https://chuyi.example.org/recommendations/2026-1.7")
                .contains("临近时限：1 条\nhttps://chuyi.example.org/inbox\n- 高水平专业群：1 条\n"
                        + "  https://chuyi.example.org/tasks/2")
                .contains("https://chuyi.example.org/messages?unread=true");
        at("2026-03-09T09:00:10");
        at("2026-03-10T09:00:00");
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void whatTheDigestOfSomebodyAbsentHoldsReachesHerDeputyAsTheDeputyWantsIt() throws Exception {
        var absent = readers.account("absent@example.org", "zh-CN");
        var reviewers = readers.post(Role.REVIEWER, absent);
        readers.standIn(reader, absent, reviewers, 0, 1);
        choose(NoticeKind.TASK, NoticeChoice.DIGEST);
        hours(QuietHours.USUAL, 10);
        jdbc.sql("insert into notice_choice (account_id, kind, choice) values (:id, 'TASK', 'DIGEST')")
                .param("id", absent.value())
                .update();
        for (int number : new int[] {1, 2}) {
            transaction.executeWithoutResult(open ->
                    notifications.tell(reviewers, "reviewAsked", values(number, SPECIALTY), "/tasks/" + number));
        }
        clock.set(MovableClock.at("2026-03-04T08:00:00"));
        transaction.executeWithoutResult(
                open -> notifications.tell(reviewers, "reviewAsked", values(3, SPECIALTY), "/tasks/3"));

        at("2026-03-04T09:00:00");
        at("2026-03-04T10:00:00");

        assertThat(mails("absent@example.org"))
                .extracting(NoticesScene::subject)
                .containsExactly("【楚怡】每日摘要：3 条通知（2026年3月4日）");
        assertThat(subjects()).containsExactly("【楚怡】每日摘要：2 条通知（2026年3月4日）");
        assertThat(bodies(mails("wang@example.org").get(0))).contains("新待办：2 条", "高水平专业群：2 条");
    }

    @Test
    void digestAtAnHourInQuietHoursWaitsForTheirEnd() {
        choose(NoticeKind.TASK, NoticeChoice.DIGEST);
        hours(new QuietHours(LocalTime.of(19, 0), LocalTime.of(10, 0)), 9);
        clock.set(MovableClock.at("2026-03-02T15:00:00"));
        tell("reviewAsked", 1);

        at("2026-03-02T15:01:00");
        at("2026-03-03T09:00:00");
        assertThat(subjects()).isEmpty();
        at("2026-03-03T10:00:00");
        assertThat(subjects()).containsExactly("【楚怡】每日摘要：1 条通知（2026年3月3日）");
    }

    @Test
    void whatWasReadMeanwhileIsNotMailedAndADigestIsNeverEmpty() {
        choose(NoticeKind.TASK, NoticeChoice.DIGEST);
        tell("reviewAsked", 1);
        tell("applicationApproved", 1);
        jdbc.sql("update message set read_at = now() where account_id = :id")
                .param("id", reader.value())
                .update();

        settle();
        at("2026-03-03T09:00:00");
        at("2026-03-04T09:00:00");

        assertThat(subjects()).isEmpty();
        assertThat(held()).isZero();
    }

    @Test
    void whatStaysInThePortalIsNotMailed() {
        choose(NoticeKind.TASK, NoticeChoice.IN_APP);
        tell("reviewAsked", 1);
        transaction.executeWithoutResult(
                open -> notifications.tell(List.of(reader), "workFinished", Map.of("title", "导出"), "/work/1"));

        settle();

        assertThat(subjects()).isEmpty();
        assertThat(held()).isZero();
        assertThat(unread.unreadOf(reader)).isEqualTo(2);
    }

    @Test
    void aKindThatMayNotBeKeptToThePortalIsMailedWhateverTheRowSays() {
        choose(NoticeKind.RESULT, NoticeChoice.IN_APP);
        tell("applicationApproved", 1);

        settle();

        assertThat(subjects()).containsExactly("【楚怡】申报获得批准：高水平专业群");
    }

    @Test
    void whoHasLeftIsNotMailedAnyMore() {
        tell("reviewAsked", 1);
        readers.disable(reader);

        settle();

        assertThat(subjects()).isEmpty();
        assertThat(held()).isZero();
    }

    @Test
    void packingThatIsCutOffIsDoneOnceAllTheSame() {
        choose(NoticeKind.TASK, NoticeChoice.DIGEST);
        tell("reviewAsked", 1);
        clock.set(MovableClock.at("2026-03-03T09:00:00"));
        jdbc.sql("alter table outbox add constraint cut_off check (form <> 'DIGEST') not valid")
                .update();

        relay.empty();
        assertThat(held()).isEqualTo(1);
        jdbc.sql("alter table outbox drop constraint cut_off").update();
        relay.empty();
        relay.empty();

        assertThat(subjects()).containsExactly("【楚怡】每日摘要：1 条通知（2026年3月3日）");
    }

    @Test
    void twoNodesAtOnceSendOneDigestToEach() throws Exception {
        var all = IntStream.range(0, 20)
                .mapToObj(i -> readers.account("reader" + i + "@example.org", "zh-CN"))
                .toList();
        all.forEach(each -> {
            reader = each;
            choose(NoticeKind.TASK, NoticeChoice.DIGEST);
            tell("reviewAsked", 1);
            tell("reviewAsked", 2);
        });
        clock.set(MovableClock.at("2026-03-03T09:00:00"));
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var done :
                    nodes.invokeAll(List.of(Executors.callable(relay::empty), Executors.callable(relay::empty)))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(List.of(server.getReceivedMessages()))
                .extracting(NoticesScene::recipient)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20)
                        .mapToObj(i -> "reader" + i + "@example.org")
                        .toList());
    }

    @Test
    void moreThanIsPackedAtATimeLeavesAllTheSame() {
        jdbc.sql("""
                        insert into message (account_id, template, arguments, link, created_at, mail_at)
                        select :id, 'reviewAsked', '{"title": "专业群", "number": "1"}', '/tasks/' || n, :at, :at
                        from generate_series(1, 12000) n""")
                .param("id", reader.value())
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .update();

        at("2026-03-02T09:00:30");
        at("2026-03-02T09:10:30");
        at("2026-03-02T09:20:30");

        assertThat(subjects()).containsExactly("【楚怡】新待办：5,000 条", "【楚怡】新待办：5,000 条", "【楚怡】新待办：2,000 条");
    }

    @Test
    void sendsTheAdministratorsTextsFromTheMomentOnAtWhichTheyAreSaved() throws Exception {
        var administrator = people.in(people.organisation("湖南省教育厅"), Role.SYSTEM_ADMINISTRATOR);
        int version = templates.versionsOf("reviewAsked").stream()
                .findFirst()
                .map(each -> each.number())
                .orElse(0);
        tell("reviewAsked", 7);
        templates.change(
                administrator,
                "reviewAsked",
                version,
                new NoticeTexts("请审核 {number}", "{title}已到，\n请办理。", "Review {number}", "{title} is here."));
        settle();
        templates.restore(administrator, "reviewAsked", version + 1);
        tell("reviewAsked", 8);
        at("2026-03-02T09:30:00");

        assertThat(subjects()).containsExactly("【楚怡】请审核 CY2026-09-0007", "【楚怡】新的待审申报：高水平专业群");
        assertThat(bodies(mails("wang@example.org").get(0))).contains("高水平专业群已到，\n请办理。");
    }

    private void tell(String template, int number) {
        transaction.executeWithoutResult(
                open -> notifications.tell(List.of(reader), template, values(number, SPECIALTY), "/tasks/" + number));
    }

    private static Map<String, Object> values(int number, Map<String, String> title) {
        return Map.of("number", "CY2026-09-%04d".formatted(number), "title", title, "due", "2026-03-09");
    }

    private void choose(NoticeKind kind, NoticeChoice choice) {
        jdbc.sql("insert into notice_choice (account_id, kind, choice) values (:id, :kind, :choice)")
                .param("id", reader.value())
                .param("kind", kind.name())
                .param("choice", choice.name())
                .update();
    }

    private void hours(QuietHours quiet, int digest) {
        jdbc.sql("insert into notice_hours values (:id, :from, :until, :digest)")
                .param("id", reader.value())
                .param("from", quiet.from())
                .param("until", quiet.until())
                .param("digest", digest)
                .update();
    }

    private List<String> subjects() {
        return mails("wang@example.org").stream().map(NoticesScene::subject).toList();
    }

    private int held() {
        return jdbc.sql("select count(*) from message where account_id = :id and mail_at is not null")
                .param("id", reader.value())
                .query(Integer.class)
                .single();
    }
}
