package org.chuyi.portal;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A text that a browser holds for its session: nobody can write one for another's, nor take one into the next. */
final class SignedBySession {

    private static final String ALGORITHM = "HmacSHA256";

    private SignedBySession() {}

    /** @param text without dots */
    static String sign(String text, HttpSession session) {
        return text + "." + signature(text, session);
    }

    /** Empty where it was signed by another session, or by nobody. */
    static Optional<String> read(String signed, HttpSession session) {
        String text = signed.substring(0, Math.max(0, signed.indexOf('.')));
        return Optional.of(text).filter(of -> MessageDigest.isEqual(bytes(sign(of, session)), bytes(signed)));
    }

    private static String signature(String text, HttpSession session) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(session.getId()), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
