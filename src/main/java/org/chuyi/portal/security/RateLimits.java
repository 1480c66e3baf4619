package org.chuyi.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.chuyi.shared.Sha256;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The limits of what is open to everybody or costs much; each answers how long to wait, or nothing if one may go on. */
@Component
@EnableConfigurationProperties(LimitSettings.class)
class RateLimits {

    private static final int NETWORK_BYTES = 8;

    private final RateLimit signIns;
    private final RateLimit searches;
    private final RateLimit apiCalls;
    private final RateLimit objections;

    RateLimits(LimitSettings settings, Clock clock) {
        signIns = new RateLimit(settings.failedSignIns(), Duration.ofMinutes(10), clock);
        searches = new RateLimit(settings.searches(), Duration.ofMinutes(1), clock);
        objections = new RateLimit(settings.objections(), Duration.ofHours(1), clock);
        apiCalls = new RateLimit(settings.apiCalls(), Duration.ofMinutes(1), clock);
    }

    /** To be taken before the password is looked at, and given back to who got in. */
    Optional<Duration> takeSignIn(HttpServletRequest request) {
        return signIns.take(network(request));
    }

    void giveBackSignIn(HttpServletRequest request) {
        signIns.giveBack(network(request));
    }

    /** @param login empty of somebody who has not signed in */
    Optional<Duration> takeSearch(HttpServletRequest request, Optional<String> login) {
        return searches.take(login.map(known -> "login " + known).orElseGet(() -> network(request)));
    }

    /** Raising one, and asking with a receipt. */
    Optional<Duration> takeObjection(HttpServletRequest request) {
        return objections.take(network(request));
    }

    Optional<Duration> takeApiCall(String token) {
        return apiCalls.take("token " + Sha256.of(token).hex());
    }

    /** A call without a token, or with one that is none. */
    Optional<Duration> takeApiCall(HttpServletRequest request) {
        return apiCalls.take(network(request));
    }

    static void sayWhen(Duration wait, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    /** An IPv4 address, or the 64 bits of an IPv6 address that a connection is given: the rest one chooses oneself. */
    private static String network(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        try {
            // A literal: no name is looked up.
            return address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
