package org.chuyi.workflow.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.chuyi.shared.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of sensitive fields: the first encrypts, all of them decrypt. To change the key, put the new one before the
 * old one. A key is known by the start of its own checksum.
 */
final class FieldKeys {

    private static final Logger log = LoggerFactory.getLogger(FieldKeys.class);
    private static final int BYTES = 32;
    private static final int ID_LENGTH = 8;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    FieldKeys(List<String> base64) {
        base64.forEach(this::add);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Sensitive fields need a key");
        }
    }

    /**
     * @param configured keys in base64, the newest first, separated by commas; may be empty
     * @param file further keys, one a line; made with a new key if none is configured and there is no such file
     */
    static FieldKeys of(String configured, Path file) {
        var base64 = new ArrayList<>(Stream.of(configured.split("[,\\s]+"))
                .filter(key -> !key.isBlank())
                .toList());
        try {
            if (base64.isEmpty()) {
                createIfMissing(file);
            }
            if (Files.exists(file)) {
                base64.addAll(Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key of sensitive fields in " + file + " cannot be used", unreadable);
        }
        return new FieldKeys(base64);
    }

    String newestId() {
        return keys.keySet().iterator().next();
    }

    Optional<SecretKeySpec> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private void add(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("The key of sensitive fields is not base64");
        }
        if (key.length != BYTES) {
            throw new IllegalArgumentException(
                    "The key of sensitive fields has " + key.length + " bytes, not " + BYTES);
        }
        keys.putIfAbsent(Sha256.of(key).hex().substring(0, ID_LENGTH), new SecretKeySpec(key, "AES"));
    }

    private static void createIfMissing(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var line = (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        var create = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, create, ownerOnly(file))) {
            channel.write(java.nio.ByteBuffer.wrap(line));
        } catch (FileAlreadyExistsException madeByAnother) {
            return;
        }
        log.info(
                "Made a key for sensitive fields in {}. Without it they cannot be read: keep a copy apart from the"
                        + " database's backups.",
                file);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        Collection<String> views = Set.copyOf(file.getFileSystem().supportedFileAttributeViews());
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
