package org.chuyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** The proxy of {@code docker/} speaks for its clients; what they say of themselves must not reach a node. */
class ProxyConfigurationTest {

    private static final Path NGINX = Path.of("docker/nginx.conf");

    private static final String[] BELIEVED = {
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Port",
        "X-Forwarded-Prefix",
        "X-Forwarded-Proto",
        "X-Forwarded-Ssl"
    };

    @Test
    void proxySetsOrDropsEveryHeaderThatANodeBelieves() throws IOException {
        var lines = Files.readAllLines(NGINX).stream().map(String::strip).toList();

        for (String header : BELIEVED) {
            assertThat(lines)
                    .as(header)
                    .filteredOn(line -> line.startsWith("proxy_set_header " + header + " "))
                    .singleElement()
                    .asString()
                    .doesNotContain("$http_x_", "$http_forwarded", "$proxy_add_x_forwarded_for");
        }
    }

    /** So that a header that Spring begins to believe is noticed here. */
    @Test
    void noOtherHeaderIsBelieved() throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        Stream.of("X-Forwarded-Server", "X-Forwarded-By", "X-Forwarded-Uri", "X-Real-IP", "X-Original-URL")
                .forEach(header -> request.addHeader(header, "evil.example"));
        var chain = new MockFilterChain();

        new ForwardedHeaderFilter().doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isSameAs(request);
    }

    @Test
    void fileThatIsTooLargeReachesThePortalThatSaysSo() throws IOException {
        assertThat(Files.readString(NGINX)).contains("client_max_body_size 100m;");
        assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
                .contains("max-swallow-size: 100MB");
    }
}
