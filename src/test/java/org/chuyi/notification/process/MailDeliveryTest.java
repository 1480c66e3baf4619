package org.chuyi.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.notification.NoticesScene;
import org.chuyi.organisation.AccountId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits in the outbox is delivered once, whatever the mail server does. */
class MailDeliveryTest extends NoticesScene {

    private static final Map<String, Object> VALUES =
            Map.of("number", "CY2026-09-0001", "title", "机电<专业群>", "due", "2026-03-09");

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    HistoryService history;

    @Test
    void letterIsInTheReadersLanguageWithAnAbsoluteLink() throws Exception {
        tell(readers.account("li@example.org", "zh-CN"));
        tell(readers.account("smith@example.org", "en"));

        settle();

        MimeMessage chinese = only("li@example.org");
        assertThat(chinese.getSubject()).isEqualTo("【楚怡】请补正申报：机电<专业群>");
        assertThat(chinese.getFrom()[0]).hasToString("no-reply@chuyi.example.org");
        assertThat(bodies(chinese))
                .contains("请于 2026年3月9日 24:00 前补正并重新提交")
                .contains("https://chuyi.example.org/applications/CY2026-09-0001")
                .contains("机电&lt;专业群&gt;");
        MimeMessage english = only("smith@example.org");
        assertThat(english.getSubject()).isEqualTo("【楚怡】Please correct your application: 机电<专业群>");
        assertThat(bodies(english)).contains("by 9 March 2026");
    }

    @Test
    void nothingIsPostedForADecisionThatWasRolledBackNorToOneWithoutAnAddress() {
        AccountId silent = readers.account("silent@example.org", "zh-CN");
        transaction.executeWithoutResult(open -> {
            notifications.tell(List.of(silent), "applicationReturned", VALUES, "/inbox");
            open.setRollbackOnly();
        });
        tell(readers.account(null, "zh-CN"));
        tell(readers.account("", "zh-CN"));

        settle();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void postsByItselfOnceThatIsSettled() {
        tell(readers.account("now@example.org", "zh-CN"));
        clock.set(clock.instant().plusSeconds(30));

        relay.start();

        assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
        relay.stop();
    }

    @Test
    void twoRelaysAtOncePostEachMailOnce() throws Exception {
        IntStream.range(0, 30).forEach(i -> tell(readers.account("reader" + i + "@example.org", "zh-CN")));
        clock.set(clock.instant().plusSeconds(30));
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var done :
                    nodes.invokeAll(List.of(Executors.callable(relay::empty), Executors.callable(relay::empty)))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(List.of(server.getReceivedMessages()).stream()
                        .map(MailDeliveryTest::recipient)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 30)
                        .mapToObj(i -> "reader" + i + "@example.org")
                        .toList());
    }

    @Test
    void mailThatFailedIsDeliveredByTheEngineOnceTheServerIsBack() throws Exception {
        server.stop();
        AccountId reader = readers.account("later@example.org", "zh-CN");
        tell(reader);
        settle();
        long mail = mailOf(reader);

        assertThat(state(mail)).isEqualTo("HANDED_OVER");
        assertThat(job(mail).getRetries()).isEqualTo(5);

        attempt(mail);
        assertThat(job(mail).getRetries()).isEqualTo(4);
        server = started();
        clock.moveTo(job(mail).getDuedate().toInstant());

        assertThat(state(mail)).isEqualTo("SENT");
        assertThat(only("later@example.org").getMessageID()).isEqualTo("<mail-" + mail + "@chuyi.example.org>");
        assertThat(endOf(mail)).isEqualTo(MailDeliveryProcess.MAIL_DELIVERED);
    }

    @Test
    void exhaustedRetriesAreAnIncidentThatCanBeRetriedAndPostsExactlyOneMail() throws Exception {
        server.stop();
        AccountId reader = readers.account("incident@example.org", "zh-CN");
        tell(reader);
        settle();
        long mail = mailOf(reader);

        attempt(mail);
        List<Duration> waits = new java.util.ArrayList<>();
        while (job(mail).getRetries() > 0) {
            var before = java.time.Instant.now();
            waits.add(Duration.between(before, job(mail).getDuedate().toInstant()));
            clock.moveTo(job(mail).getDuedate().toInstant());
        }

        assertThat(waits.stream().map(wait -> Math.round(wait.toSeconds() / 60.0)))
                .containsExactly(1L, 5L, 15L, 60L);
        assertThat(incidents(mail)).isEqualTo(1);
        assertThat(state(mail)).isEqualTo("HANDED_OVER");

        server = started();
        jobs.setJobRetries(job(mail).getId(), 1);
        jobs.executeJob(job(mail).getId());

        assertThat(incidents(mail)).isZero();
        assertThat(state(mail)).isEqualTo("SENT");
        assertThat(only("incident@example.org").getSubject()).isEqualTo("【楚怡】请补正申报：机电<专业群>");
        relay.empty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void mailThatWasSentIsNotSentAgainByAProcessThatRunsAgain() {
        AccountId reader = readers.account("once@example.org", "zh-CN");
        tell(reader);
        settle();

        runtime.startProcessInstanceByKey(MailDeliveryProcess.ID, Long.toString(mailOf(reader)));
        jobs.executeJob(job(mailOf(reader)).getId());

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(endOf(mailOf(reader))).isEqualTo(MailDeliveryProcess.MAIL_DELIVERED);
    }

    private void tell(AccountId reader) {
        transaction.executeWithoutResult(open ->
                notifications.tell(List.of(reader), "applicationReturned", VALUES, "/applications/CY2026-09-0001"));
    }

    private MimeMessage only(String address) {
        assertThat(mails(address)).as(address).hasSize(1);
        return mails(address).get(0);
    }

    private long mailOf(AccountId reader) {
        return jdbc.sql("select id from outbox where account_id = :id")
                .param("id", reader.value())
                .query(Long.class)
                .single();
    }

    private String state(long mail) {
        return jdbc.sql("select state from outbox where id = :id")
                .param("id", mail)
                .query(String.class)
                .single();
    }

    private Job job(long mail) {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(MailDeliveryProcess.ID)
                .processInstanceBusinessKey(Long.toString(mail))
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).singleResult();
    }

    private void attempt(long mail) {
        try {
            jobs.executeJob(job(mail).getId());
        } catch (RuntimeException noServer) {
            // Counted by the engine.
        }
    }

    private long incidents(long mail) {
        return runtime.createIncidentQuery().activityId(MailDeliveryProcess.DELIVER_MAIL).list().stream()
                .filter(incident -> runtime.createProcessInstanceQuery()
                        .processInstanceId(incident.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()
                        .equals(Long.toString(mail)))
                .count();
    }

    private String endOf(long mail) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(Long.toString(mail))
                .singleResult()
                .getEndActivityId();
    }
}
