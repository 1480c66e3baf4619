package org.chuyi.notification.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to robots, and connects to no other address than one that {@link WebhookAddresses} allowed in the same breath: a name
 * that is asked twice may be answered twice (DNS rebinding). Follows no redirect, tries nothing again by itself, keeps no
 * cookie, unpacks nothing, and reads no more of an answer than a robot has to say.
 */
final class RobotHttp {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final int LONGEST_ANSWER = 4_096;

    private final CloseableHttpClient client;

    /** @param tls knows whose certificates to trust */
    RobotHttp(WebhookAddresses addresses, SSLContext tls) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AllowedAddresses(addresses))
                .setTlsSocketStrategy(
                        ClientTlsStrategyBuilder.create().setSslContext(tls).buildClassic())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(PATIENCE)
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .setUserAgent("Chuyi")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private record AllowedAddresses(WebhookAddresses addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {addresses.resolve(host).orElseThrow(() -> new AddressNotAllowed(host))};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** One that sends its answer byte by byte is left after the same time as one that says nothing. */
    RobotAnswer post(RobotCall call) throws IOException {
        var request = new HttpPost(call.uri());
        call.headers().forEach(request::setHeader);
        request.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
        var giveUp = CompletableFuture.runAsync(
                request::cancel, CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        try {
            return client.execute(request, answer -> new RobotAnswer(answer.getCode(), beginning(answer.getEntity())));
        } finally {
            giveUp.cancel(false);
        }
    }

    private static String beginning(HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream content = entity.getContent()) {
            return new String(content.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        }
    }
}
