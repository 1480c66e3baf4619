package org.chuyi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, with a certificate made for the name localhost. */
class RobotHttpTest {

    private static final String PASSWORD = "changeit";

    /** Two names of this machine; all others of it are refused. */
    private static final WebhookAddresses ADDRESSES =
            new WebhookAddresses(Set.of("localhost"), Set.of("localhost", "127.0.0.1"));

    @TempDir
    static Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private SSLContext trusting;
    private HttpsServer server;

    @BeforeEach
    void serverWithACertificateForLocalhost() throws Exception {
        Path file = folder.resolve("keys.p12");
        if (!Files.exists(file)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "robot",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-validity",
                            "36500",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            assertThat(keytool.waitFor()).isZero();
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] words = "a".repeat(9_000).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(202, words.length);
            exchange.getResponseBody().write(words);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void postsUnderTheNameGivenAndReadsTheBeginningOfTheAnswer() throws IOException {
        var answer = post(trusting, "localhost");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.beginning()).hasSize(4_096).matches("a+");
        assertThat(received).containsExactly("localhost:" + port() + " /hook?key=1 {\"a\":\"甲\"}");
    }

    @Test
    void trustsNeitherAnUnknownCertificateNorOneForAnotherName() throws Exception {
        var usual = SSLContext.getDefault();
        assertThatThrownBy(() -> post(usual, "localhost")).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> post(trusting, "127.0.0.1")).isInstanceOf(SSLException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void connectsToNoAddressThatIsNotAllowed() {
        assertThatThrownBy(() -> post(trusting, "127.0.0.2")).isInstanceOf(AddressNotAllowed.class);
        assertThat(received).isEmpty();
    }

    @Test
    void whatAnswersNoHttpIsAFailure() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answered = CompletableFuture.runAsync(() -> answer(socket, "SSH-2.0-server\n"));
            var uri = URI.create("http://localhost:" + socket.getLocalPort() + "/");
            assertThatThrownBy(() -> new RobotHttp(ADDRESSES, trusting).post(new RobotCall(uri, Map.of(), "{}")))
                    .isInstanceOf(IOException.class);
            answered.get();
        }
    }

    private static void answer(ServerSocket socket, String words) {
        try (var caller = socket.accept()) {
            caller.getInputStream().read(new byte[1_000]);
            caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private RobotAnswer post(SSLContext tls, String name) throws IOException {
        return new RobotHttp(ADDRESSES, tls)
                .post(new RobotCall(
                        URI.create("https://" + name + ":" + port() + "/hook?key=1"), Map.of(), "{\"a\":\"甲\"}"));
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
