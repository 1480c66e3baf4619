package org.chuyi.workflow.form;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM of single texts: {@code enc:v1:<key id>:<base64 of nonce and cipher>}. The field's path goes into the seal,
 * so that a cipher moved to another field cannot be read there.
 */
final class FieldCipher {

    private static final Pattern SHAPE = Pattern.compile("enc:v1:([0-9a-f]{8}):([A-Za-z0-9+/=]+)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final FieldKeys keys;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(FieldKeys keys) {
        this.keys = keys;
    }

    static boolean isCipher(Object value) {
        return value instanceof String text && SHAPE.matcher(text).matches();
    }

    String encrypt(String text, String path) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var id = keys.newestId();
        var sealed = run(
                Cipher.ENCRYPT_MODE,
                keys.key(id).orElseThrow(),
                nonce,
                path,
                text.getBytes(StandardCharsets.UTF_8),
                0,
                -1);
        var all = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return "enc:v1:" + id + ":" + Base64.getEncoder().encodeToString(all);
    }

    /** Empty if it is no cipher of ours: a key we do not have, another field's, or changed by somebody. */
    Optional<String> decrypt(Object cipher, String path) {
        var shape = SHAPE.matcher(cipher instanceof String text ? text : "");
        if (!shape.matches()) {
            return Optional.empty();
        }
        var key = keys.key(shape.group(1));
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            var all = Base64.getDecoder().decode(shape.group(2));
            var text = run(Cipher.DECRYPT_MODE, key.get(), all, path, all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | Unsealed changed) {
            return Optional.empty();
        }
    }

    private static byte[] run(
            int mode, SecretKeySpec key, byte[] nonce, String path, byte[] input, int from, int length) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            cipher.updateAAD(path.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, length < 0 ? input.length : length);
        } catch (GeneralSecurityException failed) {
            throw new Unsealed(failed);
        }
    }

    private static final class Unsealed extends RuntimeException {
        Unsealed(GeneralSecurityException cause) {
            super("A sensitive field could not be encrypted or decrypted", cause);
        }
    }
}
