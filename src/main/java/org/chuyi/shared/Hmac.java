package org.chuyi.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of a text, with a text as key, both in UTF-8. */
public final class Hmac {

    private Hmac() {}

    public static String hex(String key, String text) {
        return HexFormat.of().formatHex(of(key, text));
    }

    public static String base64(String key, String text) {
        return Base64.getEncoder().encodeToString(of(key, text));
    }

    /** For addresses and cookies, without padding. */
    public static String base64Url(String key, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(key, text));
    }

    private static byte[] of(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", impossible);
        }
    }
}
