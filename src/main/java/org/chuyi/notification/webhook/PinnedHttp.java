package org.chuyi.notification.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to exactly the address that was checked: the JDK's client would ask for the name a second time and might be given
 * another answer (DNS rebinding). Follows no redirect and reads no more of the answer than its status.
 */
final class PinnedHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLISECONDS = 5_000;
    private static final int LONGEST_STATUS_LINE = 200;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final SSLSocketFactory tls;

    /** @param tls knows whose certificates to trust */
    PinnedHttp(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** The status of the answer. */
    int post(URI uri, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        boolean secure = uri.getScheme().equals("https");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), CONNECT_MILLISECONDS);
            plain.setSoTimeout((int) PATIENCE.toMillis());
            try (Socket socket = secure ? secured(plain, uri.getHost(), port) : plain) {
                var out = socket.getOutputStream();
                out.write(head(uri, headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
                return status(socket.getInputStream());
            }
        }
    }

    /** The certificate has to be the name's, although the address was given. */
    private SSLSocket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI uri, Map<String, String> headers, int length) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var head = new StringBuilder("POST ")
                .append(path)
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\n");
        head.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(length)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    /** A server that sends its line byte by byte is left after the same time as one that says nothing. */
    private static int status(InputStream in) throws IOException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.write(next);
            if (line.size() > LONGEST_STATUS_LINE || System.nanoTime() > giveUp) {
                throw new IOException("No status line within the time or length allowed");
            }
        }
        var status =
                STATUS_LINE.matcher(line.toString(StandardCharsets.ISO_8859_1).strip());
        if (!status.matches()) {
            throw new IOException("The answer is not HTTP");
        }
        return Integer.parseInt(status.group(1));
    }
}
