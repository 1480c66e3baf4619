package org.chuyi.portal;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.chuyi.shared.Hmac;

/** A text that a browser holds for its session: nobody can write one for another's, nor take one into the next. */
final class SignedBySession {

    private SignedBySession() {}

    /** @param text without dots */
    static String sign(String text, HttpSession session) {
        return text + "." + Hmac.base64Url(session.getId(), text);
    }

    /** Empty where it was signed by another session, or by nobody. */
    static Optional<String> read(String signed, HttpSession session) {
        String text = signed.substring(0, Math.max(0, signed.indexOf('.')));
        return Optional.of(text).filter(of -> MessageDigest.isEqual(bytes(sign(of, session)), bytes(signed)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
