package org.chuyi.notification.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.chuyi.notification.webhook.WebhookResult.Outcome;
import org.springframework.stereotype.Component;

/** Signs a message and sends it to a robot; says how it went and never why in the words of the other side. */
@Component
class WebhookPosting {

    private final WebhookAddresses addresses;
    private final Clock clock;
    private final PinnedHttp http = new PinnedHttp((SSLSocketFactory) SSLSocketFactory.getDefault());

    WebhookPosting(WebhookAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @param delivery the same for each attempt, so that a receiver can tell a repeat */
    WebhookResult post(SealedWebhook robot, String delivery, String body) {
        boolean test = delivery.startsWith("test-");
        try {
            Optional<URI> uri = addresses.parse(robot.address());
            Optional<InetAddress> address = uri.isEmpty() ? Optional.empty() : addresses.resolve(uri.get());
            if (address.isEmpty()) {
                return new WebhookResult(Outcome.ADDRESS_NOT_ALLOWED, Optional.empty(), clock.instant(), test);
            }
            int status = http.post(
                    uri.get(), address.get(), headers(robot, delivery, body), body.getBytes(StandardCharsets.UTF_8));
            Outcome outcome = status >= 200 && status < 300 ? Outcome.TAKEN : Outcome.REFUSED;
            return new WebhookResult(outcome, Optional.of(status), clock.instant(), test);
        } catch (IOException unknownOrFailed) {
            return new WebhookResult(Outcome.UNREACHABLE, Optional.empty(), clock.instant(), test);
        }
    }

    private Map<String, String> headers(SealedWebhook robot, String delivery, String body) {
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Chuyi");
        headers.put(WebhookSignature.DELIVERY, delivery);
        headers.put(WebhookSignature.TIMESTAMP, Long.toString(timestamp));
        headers.put(WebhookSignature.SIGNATURE, WebhookSignature.of(robot.secret(), timestamp, body));
        return headers;
    }
}
