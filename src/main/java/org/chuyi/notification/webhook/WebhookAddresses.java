package org.chuyi.notification.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where robots may live. This program stands inside a network whose other servers trust it, so it calls nobody there
 * because somebody typed an address: https only, and public addresses only, but for the hosts that the configuration names.
 * Asked when an address is given, and again of what the name leads to at each attempt.
 */
@Component
class WebhookAddresses {

    private static final int LONGEST = 2_000;

    private final Set<String> plainHosts;
    private final Set<String> privateHosts;

    WebhookAddresses(
            @Value("${chuyi.webhook.http-hosts:}") Set<String> plainHosts,
            @Value("${chuyi.webhook.private-hosts:}") Set<String> privateHosts) {
        this.plainHosts = plainHosts;
        this.privateHosts = privateHosts;
    }

    /** Empty if it is none to which a robot's messages may go. */
    Optional<URI> parse(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean usable = address.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535
                    && uri.toASCIIString().equals(uri.toString())
                    && mayUse(uri);
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private boolean mayUse(URI uri) {
        return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && plainHosts.contains(hostOf(uri));
    }

    /** What the name leads to now, all of it allowed; the caller connects to exactly this. Empty if some of it is not. */
    Optional<InetAddress> resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        boolean allowed = privateHosts.contains(host.toLowerCase(Locale.ROOT))
                || Stream.of(found).allMatch(WebhookAddresses::isPublic);
        return allowed ? Optional.of(found[0]) : Optional.empty();
    }

    static String hostOf(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    /** Neither of this machine nor of a private, shared, link-local, test or reserved network (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address four
                ? isPublic(four.getAddress())
                : address instanceof Inet6Address six && isPublicSix(six.getAddress());
    }

    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        int third = four[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean test = first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 224 && !shared && !protocol && !test;
    }

    /** Global unicast (2000::/3), without what leads to IPv4 by another way (6to4, Teredo) or documents. */
    private static boolean isPublicSix(byte[] six) {
        int first = (six[0] & 0xff) << 8 | six[1] & 0xff;
        int second = (six[2] & 0xff) << 8 | six[3] & 0xff;
        boolean global = (first & 0xe000) == 0x2000;
        return global && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0x0db8));
    }
}
