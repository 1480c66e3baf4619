package org.chuyi.notification.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 单位群机器人: what the administrator does with them. The secret is in the answer of its making and nowhere else. */
@Service
public class Webhooks {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SECRET = 200;
    private static final int SHOWN_RESULTS = 10;

    private final WebhookRows rows;
    private final WebhookAddresses addresses;
    private final RobotMessages messages;
    private final WebhookPosting posting;
    private final Organisations organisations;
    private final AuditTrail audit;

    Webhooks(
            WebhookRows rows,
            WebhookAddresses addresses,
            RobotMessages messages,
            WebhookPosting posting,
            Organisations organisations,
            AuditTrail audit) {
        this.rows = rows;
        this.addresses = addresses;
        this.messages = messages;
        this.posting = posting;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** @param secret shown this once; empty where it was not ours to make */
        record Made(long id, Optional<String> secret) implements Answer {}

        record Done() implements Answer {}

        /** @param problem key of the message that says why */
        record Refused(String problem) implements Answer {}
    }

    @Transactional(readOnly = true)
    public List<Webhook> all() {
        return rows.all();
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> find(long id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public List<WebhookResult> resultsOf(long id) {
        return rows.resultsOf(id, SHOWN_RESULTS);
    }

    @Transactional
    public Answer create(String organisationName, RobotKind kind, WebhookWanted wanted) {
        Optional<Organisation> organisation = organisations.byName(organisationName.strip());
        Optional<URI> address = addresses.parse(wanted.address());
        Optional<String> problem = organisation.isEmpty()
                ? problem("organisation")
                : problemOf(wanted).or(() -> address.isEmpty() ? problem("address") : problemOf(address.get()));
        if (problem.isEmpty() && kind.bringsItsSecret() && wanted.secret().isBlank()) {
            problem = problem("secret");
        }
        if (problem.isPresent()) {
            return new Answer.Refused(problem.get());
        }
        Optional<String> made =
                kind.isSigned() && !kind.bringsItsSecret() ? Optional.of(Secret.random()) : Optional.empty();
        Optional<String> secret = kind.bringsItsSecret() ? Optional.of(wanted.secret()) : made;
        long id = rows.add(organisation.get().id(), kind, wanted, address.get(), secret);
        audit.record(entry(
                "created",
                id,
                Map.of(
                        "organisation",
                        organisation.get().name(),
                        "robot",
                        kind.name(),
                        "host",
                        address.get().getHost())));
        return new Answer.Made(id, made);
    }

    /** A blank address, or secret, stays as it is. */
    @Transactional
    public Answer change(long id, WebhookWanted wanted) {
        boolean moves = !wanted.address().isBlank();
        Optional<URI> address = moves ? addresses.parse(wanted.address()) : Optional.empty();
        Optional<String> problem = problemOf(wanted)
                .or(() -> moves && address.isEmpty() ? problem("address") : address.flatMap(this::problemOf));
        if (problem.isPresent()) {
            return new Answer.Refused(problem.get());
        }
        rows.change(id, wanted);
        address.ifPresent(to -> rows.move(id, to));
        var robot = rows.find(id).orElseThrow();
        audit.record(entry("changed", id, Map.of("kinds", wanted.kinds().toString(), "host", robot.host())));
        if (robot.kind().bringsItsSecret() && !wanted.secret().isBlank()) {
            renew(id, wanted.secret());
        }
        return new Answer.Done();
    }

    /** Of a robot whose secret is ours to make; nothing happens to another's. */
    @Transactional
    public Answer renewSecret(long id) {
        var kind = rows.find(id).orElseThrow().kind();
        if (!kind.isSigned() || kind.bringsItsSecret()) {
            return new Answer.Done();
        }
        String secret = Secret.random();
        renew(id, secret);
        return new Answer.Made(id, Optional.of(secret));
    }

    private void renew(long id, String secret) {
        rows.renew(id, secret);
        audit.record(entry("secretRenewed", id, Map.of()));
    }

    @Transactional
    public void switchTo(long id, boolean on) {
        if (rows.switched(id, on)) {
            audit.record(entry(on ? "enabled" : "disabled", id, Map.of()));
        }
    }

    /** Sends a test message at once, whatever the hour; empty where it is switched off. */
    @Transactional
    public Optional<WebhookResult> test(long id) {
        return rows.open(id).map(robot -> {
            WebhookResult result = posting.post(robot, messages.test(robot, "test-" + Secret.random()));
            rows.keep(id, null, result);
            audit.record(entry("tested", id, Map.of("outcome", result.outcome().name())));
            return result;
        });
    }

    private Optional<String> problemOf(WebhookWanted wanted) {
        boolean named = !wanted.name().isBlank()
                && wanted.name().length() <= LONGEST_NAME
                && wanted.name().chars().noneMatch(Character::isISOControl);
        boolean secret = wanted.secret().length() <= LONGEST_SECRET
                && wanted.secret().chars().noneMatch(Character::isISOControl);
        boolean spoken =
                List.of(Locale.SIMPLIFIED_CHINESE.toLanguageTag(), "en").contains(wanted.language());
        boolean tells = wanted.kinds().stream().allMatch(kind -> kind.isForRobots())
                && !wanted.kinds().isEmpty();
        if (!named || !spoken) {
            return problem("name");
        }
        return !secret ? problem("secret") : tells ? Optional.empty() : problem("kinds");
    }

    private Optional<String> problemOf(URI address) {
        try {
            Optional<InetAddress> found = addresses.resolve(address.getHost());
            return found.isEmpty() ? problem("private") : Optional.empty();
        } catch (UnknownHostException unknown) {
            return problem("unknownHost");
        }
    }

    private static Optional<String> problem(String key) {
        return Optional.of("notification.webhook.problem." + key);
    }

    private static AuditEntry entry(String action, long id, Map<String, ?> details) {
        return AuditEntry.of("webhook." + action, "webhook", Long.toString(id), details);
    }
}
