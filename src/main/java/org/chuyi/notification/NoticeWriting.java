package org.chuyi.notification;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.notification.outbox.MailServer;
import org.chuyi.notification.preference.SendingRules;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages as rows: one call ({@code tell}) however many notices and readers, who are found by it. What becomes of them
 * besides is the sender's business. Whoever stands in for a reader on that day reads it too, as she wants her own.
 *
 * <p>Where no mail server is configured no mail is noted: one that comes years late helps nobody.
 */
@Component
class NoticeWriting {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String[] APPLICANTS = ApplicantNotices.names().toArray(String[]::new);
    private static final String[] COVERED =
            Stream.of(Role.values()).filter(Deputies::covers).map(Role::name).toArray(String[]::new);

    private final JdbcClient jdbc;
    private final MailServer mailServer;
    private final Clock clock;

    NoticeWriting(JdbcClient jdbc, MailServer mailServer, Clock clock) {
        this.jdbc = jdbc;
        this.mailServer = mailServer;
        this.clock = clock;
    }

    void write(List<PendingNotice> notices) {
        Instant now = clock.instant();
        jdbc.sql("""
                        select tell(cast(:notices as jsonb), cast(:applicants as text[]), cast(:covered as text[]), :today,
                          :now, :settled, :mail)""")
                .param("notices", json(notices))
                .param("applicants", APPLICANTS)
                .param("covered", COVERED)
                .param("today", WorkCalendar.dayOf(now))
                .param("now", OffsetDateTime.ofInstant(now, clock.getZone()))
                .param("settled", OffsetDateTime.ofInstant(SendingRules.settled(now), clock.getZone()))
                .param("mail", mailServer.isThere())
                .query((row, number) -> true)
                .single();
    }

    /** A notice as the function reads it. */
    private record Line(
            String template,
            @JsonRawValue String arguments,
            String link,
            NoticeKind kind,
            boolean open,
            Long place,
            Long ownStep,
            List<Long> people,
            List<Long> organisations,
            List<Role> roles) {

        static Line of(PendingNotice notice) {
            return new Line(
                    notice.template(),
                    notice.arguments(),
                    notice.link(),
                    notice.kind(),
                    notice.isPublic(),
                    id(notice.coveredPlace()),
                    id(notice.ownStep()),
                    notice.people().stream().map(AccountId::value).toList(),
                    notice.posts().stream()
                            .map(post -> post.organisation().value())
                            .toList(),
                    notice.posts().stream().map(Post::role).toList());
        }

        private static Long id(Optional<OrganisationId> organisation) {
            return organisation.map(OrganisationId::value).orElse(null);
        }
    }

    private static String json(List<PendingNotice> notices) {
        try {
            return JSON.writeValueAsString(notices.stream().map(Line::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
