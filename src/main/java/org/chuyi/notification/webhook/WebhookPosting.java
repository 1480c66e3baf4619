package org.chuyi.notification.webhook;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.chuyi.notification.webhook.WebhookResult.Outcome;
import org.springframework.stereotype.Component;

/** Sends a message to a robot in its own form; says how it went and never why in the words of the other side. */
@Component
class WebhookPosting {

    private final WebhookAddresses addresses;
    private final Clock clock;
    private final RobotHttp http;

    WebhookPosting(WebhookAddresses addresses, Clock clock) throws NoSuchAlgorithmException {
        this.addresses = addresses;
        this.clock = clock;
        this.http = new RobotHttp(addresses, SSLContext.getDefault());
    }

    WebhookResult post(SealedWebhook robot, RobotMessage message) {
        Optional<URI> uri = addresses.parse(robot.address());
        if (uri.isEmpty()) {
            return result(message, Outcome.ADDRESS_NOT_ALLOWED, Optional.empty());
        }
        var dialect = RobotDialect.of(robot.kind());
        try {
            var answer = http.post(dialect.call(robot, uri.get(), clock.instant(), message));
            if (!answer.isSuccess()) {
                return result(message, Outcome.REFUSED, Optional.of(answer.status()));
            }
            return dialect.refusal(answer)
                    .map(code -> result(message, Outcome.DECLINED, Optional.of(code)))
                    .orElseGet(() -> result(message, Outcome.TAKEN, Optional.of(answer.status())));
        } catch (AddressNotAllowed inside) {
            return result(message, Outcome.ADDRESS_NOT_ALLOWED, Optional.empty());
        } catch (IOException unknownOrFailed) {
            return result(message, Outcome.UNREACHABLE, Optional.empty());
        }
    }

    private WebhookResult result(RobotMessage message, Outcome outcome, Optional<Integer> status) {
        return new WebhookResult(outcome, status, clock.instant(), message.isTest());
    }
}
