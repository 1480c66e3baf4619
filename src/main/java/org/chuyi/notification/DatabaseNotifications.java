package org.chuyi.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.database.TransactionMemory;
import org.chuyi.notification.text.MessageTexts;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Collects a transaction's notices, after a look at what each says and to whom. Whoever holds a post is looked up when all
 * are written, shortly before the commit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DatabaseNotifications implements Notifications {

    private static final Logger log = LoggerFactory.getLogger(DatabaseNotifications.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final MessageTexts texts;
    private final NoticeWriting writing;

    DatabaseNotifications(MessageTexts texts, NoticeWriting writing) {
        this.texts = texts;
        this.writing = writing;
    }

    @Override
    public void tell(Collection<AccountId> people, String template, Map<String, ?> arguments, String link) {
        tellPeople(people, Optional.empty(), template, arguments, link);
    }

    @Override
    public void tell(Post step, Collection<AccountId> people, String template, Map<String, ?> arguments, String link) {
        tellPeople(people, Optional.of(step), template, arguments, link);
    }

    @Override
    public void tell(Post post, String template, Map<String, ?> arguments, String link) {
        tell(post, Optional.empty(), template, arguments, link);
    }

    @Override
    public void tell(OrganisationId step, Post post, String template, Map<String, ?> arguments, String link) {
        tell(post, Optional.of(step), template, arguments, link);
    }

    private void tellPeople(
            Collection<AccountId> people, Optional<Post> step, String template, Map<String, ?> arguments, String link) {
        collect(new PendingNotice(
                template, checked(template, arguments, link), link, List.copyOf(people), List.of(), step));
    }

    private void tell(
            Post post, Optional<OrganisationId> step, String template, Map<String, ?> arguments, String link) {
        tell(List.of(post), step, template, arguments, link);
    }

    @Override
    public void tellAll(Collection<Post> posts, String template, Map<String, ?> arguments, String link) {
        tell(posts, Optional.empty(), template, arguments, link);
    }

    private void tell(
            Collection<Post> posts,
            Optional<OrganisationId> step,
            String template,
            Map<String, ?> arguments,
            String link) {
        List<Post> allowed = posts.stream()
                .filter(post -> ApplicantNotices.mayBeTold(post, template, step))
                .toList();
        assert allowed.size() == posts.size() : "The inner step " + template + " is told to applicants";
        if (allowed.size() < posts.size()) {
            log.error("Left out: the notice {} of an inner step would have gone to applicants", template);
        }
        collect(new PendingNotice(
                template, checked(template, arguments, link), link, List.of(), allowed, Optional.empty()));
    }

    /** What can be wrong with a notice shows when it is told, not when all are written. */
    private String checked(String template, Map<String, ?> arguments, String link) {
        if (!PortalPath.isOne(link)) {
            throw new IllegalArgumentException("Not a path in the portal: " + link);
        }
        // Assertions are on in tests and off in production: a text with a gap must fail a test and never a decision.
        assert texts.knows(template) : "No text for the message " + template;
        assert arguments.keySet().containsAll(texts.valuesOf(template, Locale.SIMPLIFIED_CHINESE))
                : "The message " + template + " needs " + texts.valuesOf(template, Locale.SIMPLIFIED_CHINESE) + ", not "
                        + arguments.keySet();
        return json(arguments);
    }

    private void collect(PendingNotice notice) {
        TransactionMemory.of(PendingNotices.class, () -> new PendingNotices(writing))
                .orElseThrow()
                .add(notice);
    }

    private static String json(Map<String, ?> arguments) {
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Arguments that cannot be written down: " + arguments.keySet(), e);
        }
    }
}
