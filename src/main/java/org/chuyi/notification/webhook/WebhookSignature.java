package org.chuyi.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over {@code <timestamp>.<body>}, in hex; how a receiver checks it stands in src/docs/webhooks.md. */
final class WebhookSignature {

    static final String TIMESTAMP = "X-Chuyi-Timestamp";
    static final String SIGNATURE = "X-Chuyi-Signature";
    static final String DELIVERY = "X-Chuyi-Delivery";

    private WebhookSignature() {}

    /** @param timestamp seconds since 1970 */
    static String of(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = (timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", impossible);
        }
    }
}
