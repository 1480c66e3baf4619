package org.chuyi.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chuyi.notification.outbox.MailServer;
import org.chuyi.notification.preference.SendingRules;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages as rows: one statement however many notices and readers, who are found by the same statement. What becomes of
 * them besides is the sender's business. Whoever stands in for a reader on that day reads it too, as she wants her own.
 *
 * <p>Where no mail server is configured no mail is noted: one that comes years late helps nobody.
 */
@Component
class NoticeWriting {

    private static final String[] COVERED =
            Stream.of(Role.values()).filter(Deputies::covers).map(Role::name).toArray(String[]::new);

    /**
     * Those who are told, without people who are applicants and nothing else where the step is not their own; whoever stands
     * in for one of them today at that place (代理); and the robots of the posts' organisations.
     */
    private static final String WRITE = """
            with notice as (
                select * from unnest(:templates, :arguments, :links, :kinds, :open, :places, :ownSteps) with ordinality
                  as n (template, arguments, link, kind, open, place, own_step, n)
            ), addressed as (
                select * from unnest(:noticesOfPosts, :organisations, :roles) as post (n, organisation_id, role)
            ), told as (
                select n, a.id, a.email, notice.place
                from unnest(:noticesOfPeople, :people) as person (n, id) join notice using (n) join account a using (id)
                where a.enabled and (notice.open
                    or not exists (select from post p where p.account_id = a.id and p.role = any(:applicants))
                    or exists (select from post p where p.account_id = a.id
                        and (p.role <> all(:applicants) or p.organisation_id = notice.own_step)))
                union all
                select n, a.id, a.email, case when p.role = any(:covered) then p.organisation_id end
                from addressed join post p using (organisation_id, role) join account a on a.id = p.account_id
                where a.enabled
            ), reader as (
                select n, id, email from told
                union
                select n, a.id, a.email from told
                  join deputy d on d.principal_id = told.id and d.organisation_id = told.place
                    and d.revoked_at is null and :today between d.first_day and d.last_day
                  join account a on a.id = d.deputy_id and a.enabled
            ), robot as (
                insert into webhook_line (webhook_id, template, arguments, link, created_at, due_at)
                select w.id, template, cast(arguments as jsonb), link, :now, :settled
                from (select distinct n, organisation_id from addressed) place join notice using (n)
                  join webhook w using (organisation_id)
                where w.enabled and notice.kind = any(w.kinds) order by n, w.id
            )
            insert into message (account_id, template, arguments, link, created_at, mail_at)
            select id, template, cast(arguments as jsonb), link, :now,
                case when :mail and email <> '' then cast(:settled as timestamptz) end
            from reader join notice using (n) order by n, id
            """;

    private final JdbcClient jdbc;
    private final MailServer mailServer;
    private final Clock clock;

    NoticeWriting(JdbcClient jdbc, MailServer mailServer, Clock clock) {
        this.jdbc = jdbc;
        this.mailServer = mailServer;
        this.clock = clock;
    }

    /** Columns go as arrays; people and posts with the place of their notice. */
    void write(List<PendingNotice> notices) {
        Instant now = clock.instant();
        var people = addressed(notices, PendingNotice::people);
        var posts = addressed(notices, PendingNotice::posts);
        jdbc.sql(WRITE)
                .param("templates", column(notices, PendingNotice::template, String[]::new))
                .param("arguments", column(notices, PendingNotice::arguments, String[]::new))
                .param("links", column(notices, PendingNotice::link, String[]::new))
                .param("kinds", column(notices, notice -> notice.kind().name(), String[]::new))
                .param("open", column(notices, PendingNotice::isPublic, Boolean[]::new))
                .param("places", column(notices, notice -> id(notice.coveredPlace()), Long[]::new))
                .param("ownSteps", column(notices, notice -> id(notice.ownStep()), Long[]::new))
                .param("noticesOfPeople", column(people, Addressed::notice, Long[]::new))
                .param("people", column(people, person -> person.whom().value(), Long[]::new))
                .param("noticesOfPosts", column(posts, Addressed::notice, Long[]::new))
                .param(
                        "organisations",
                        column(posts, post -> post.whom().organisation().value(), Long[]::new))
                .param("roles", column(posts, post -> post.whom().role().name(), String[]::new))
                .param("applicants", ApplicantNotices.names().toArray(String[]::new))
                .param("covered", COVERED)
                .param("mail", mailServer.isThere())
                .param("today", WorkCalendar.dayOf(now))
                .param("now", OffsetDateTime.ofInstant(now, clock.getZone()))
                .param("settled", OffsetDateTime.ofInstant(SendingRules.settled(now), clock.getZone()))
                .update();
    }

    /** @param notice its place among those that are written, from one on */
    private record Addressed<T>(long notice, T whom) {}

    private static <T> List<Addressed<T>> addressed(
            List<PendingNotice> notices, Function<PendingNotice, List<T>> addressees) {
        return IntStream.range(0, notices.size())
                .boxed()
                .flatMap(place ->
                        addressees.apply(notices.get(place)).stream().map(whom -> new Addressed<>(place + 1, whom)))
                .toList();
    }

    private static <T, V> V[] column(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Long id(Optional<OrganisationId> organisation) {
        return organisation.map(OrganisationId::value).orElse(null);
    }
}
