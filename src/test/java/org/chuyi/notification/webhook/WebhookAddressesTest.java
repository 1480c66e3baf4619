package org.chuyi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookAddressesTest {

    private final WebhookAddresses addresses = new WebhookAddresses(Set.of("gateway.inside"), Set.of("localhost"));

    @Test
    void takesHttpsAndHttpToConfiguredHostsOnly() {
        assertThat(addresses.parse("https://robot.example.org/send?key=1"))
                .contains(URI.create("https://robot.example.org/send?key=1"));
        assertThat(addresses.parse("https://robot.example.org:8443/")).isPresent();
        assertThat(addresses.parse("http://Gateway.inside/hook")).isPresent();
        for (String refused : List.of(
                "http://robot.example.org/",
                "ftp://gateway.inside/",
                "file:///etc/passwd",
                "https:///nowhere",
                "https://user:secret@robot.example.org/",
                "https://robot.example.org/#part",
                "https://robot.example.org:0/",
                "https://robot.example.org:70000/",
                "https://robot.example.org/a b",
                "https://robot.example.org/\r\nHost: inside",
                "//robot.example.org/",
                "",
                "https://robot.example.org/" + "a".repeat(2000))) {
            assertThat(addresses.parse(refused)).as(refused).isEmpty();
        }
    }

    @Test
    void callsNobodyInsideTheNetwork() throws Exception {
        for (String inside : List.of(
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.1.1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1")) {
            assertThat(WebhookAddresses.isPublic(InetAddress.getByName(inside)))
                    .as(inside)
                    .isFalse();
        }
        for (String outside :
                List.of("8.8.8.8", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "2400:3200::1")) {
            assertThat(WebhookAddresses.isPublic(InetAddress.getByName(outside)))
                    .as(outside)
                    .isTrue();
        }
    }

    @Test
    void numbersThatMeanThisMachineAreNoWayAround() throws Exception {
        for (String loopback : List.of("https://127.1/", "https://2130706433/", "https://[::1]/", "https://0/")) {
            var uri = addresses.parse(loopback);
            if (uri.isPresent()) {
                assertThat(addresses.resolve(uri.get().getHost())).as(loopback).isEmpty();
            }
        }
        assertThat(addresses.resolve("localhost")).isPresent();
    }
}
