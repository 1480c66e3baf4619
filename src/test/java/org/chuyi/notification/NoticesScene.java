package org.chuyi.notification;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.chuyi.notification.outbox.Relay;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** With a mail server that is there, goes away and comes back, and robots allowed on this machine under one name. */
@IntegrationTest
public abstract class NoticesScene {

    private static final int PORT = freePort();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("chuyi.address", () -> "https://chuyi.example.org/");
        properties.add("chuyi.mail.from", () -> "no-reply@chuyi.example.org");
        properties.add("chuyi.webhook.http-hosts", () -> "localhost,127.0.0.1");
        properties.add("chuyi.webhook.private-hosts", () -> "localhost");
    }

    @Autowired
    protected Notifications notifications;

    @Autowired
    protected Relay relay;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    protected Readers readers;
    protected GreenMail server;

    @BeforeEach
    void serverAndReaders() {
        clock.set(MovableClock.START);
        jdbc.sql("update message set mail_at = null").update();
        jdbc.sql("update outbox set state = 'DROPPED' where state = 'WAITING'").update();
        readers = new Readers(jdbc);
        server = started();
    }

    @AfterEach
    void stopServer() {
        server.stop();
        clock.set(MovableClock.START);
    }

    /** So much later everything is settled that was told now. */
    protected void settle() {
        clock.set(clock.instant().plus(Duration.ofSeconds(30)));
        relay.empty();
    }

    protected void at(String local) {
        clock.set(MovableClock.at(local));
        relay.empty();
    }

    protected List<MimeMessage> mails(String address) {
        return List.of(server.getReceivedMessages()).stream()
                .filter(letter -> recipient(letter).equals(address))
                .toList();
    }

    protected static String recipient(MimeMessage letter) {
        try {
            return letter.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain text and the HTML, one after the other. */
    protected static String bodies(Part part) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(bodies(parts.getBodyPart(i)));
            }
            return all.toString().replace("\r\n", "\n");
        }
        return part.getContent().toString().replace("\r\n", "\n");
    }

    protected static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        return server;
    }

    /** Below the ports of outgoing connections, one of which could take it while the mail server is away. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(10_000, 30_000)
                .filter(NoticesScene::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
