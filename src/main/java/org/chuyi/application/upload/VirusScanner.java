package org.chuyi.application.upload;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a clamd, where one is configured, by its INSTREAM command: {@code zINSTREAM\0}, pieces each led by its length as
 * four bytes, an empty piece, and back comes {@code stream: OK\0} or {@code stream: <name> FOUND\0}.
 */
@Component
public class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final Duration patience;

    @Autowired
    VirusScanner(@Value("${chuyi.clamd.host:}") String host, @Value("${chuyi.clamd.port:3310}") int port) {
        this(host, port, ANSWER);
    }

    public VirusScanner(String host, int port, Duration patience) {
        this.host = host.strip();
        this.port = port;
        this.patience = patience;
    }

    /** What the scanner says; without a scanner everything is clean. */
    public sealed interface Verdict {
        record Clean() implements Verdict {}

        /** @param signature the scanner's name of what it found */
        record Infected(String signature) implements Verdict {}

        /** Nobody knows: it did not answer, or not sensibly. */
        record Unknown() implements Verdict {}
    }

    public Verdict scan(Path file) {
        if (host.isEmpty()) {
            return new Verdict.Clean();
        }
        try {
            return verdict(answerOn(file));
        } catch (IOException unreachable) {
            LOG.warn("The virus scanner at {}:{} did not answer: {}", host, port, unreachable.toString());
            return new Verdict.Unknown();
        }
    }

    private Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            return new Verdict.Infected(answer.substring("stream: ".length(), answer.length() - FOUND.length()));
        }
        LOG.warn("The virus scanner at {}:{} could not scan a file: {}", host, port, answer);
        return new Verdict.Unknown();
    }

    private String answerOn(Path file) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            send(file, out);
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }

    private static void send(Path file, DataOutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
        }
    }
}
