package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class PlainFirewallTest {

    /** As {@link StrictHttpFirewall} has them. */
    private static final Pattern TEXT = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    private static final Pattern TEXT_WITH_TABS = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Test
    void saysOfEachCharacterWhatSpringSecuritySays() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(text ->
                                PlainFirewall.isText(text) != TEXT.matcher(text).matches()
                                        || PlainFirewall.isTextWithTabs(text)
                                                != TEXT_WITH_TABS.matcher(text).matches()))
                .isEmpty();
    }

    @Test
    void oneBadCharacterIsEnough() {
        assertThat(PlainFirewall.isText("")).isTrue();
        assertThat(PlainFirewall.isText("湘教通 2022-10 😀")).isTrue();
        assertThat(PlainFirewall.isText("a\tb")).isFalse();
        assertThat(PlainFirewall.isTextWithTabs("a\tb")).isTrue();
        assertThat(PlainFirewall.isTextWithTabs("a\r\nSet-Cookie: b")).isFalse();
    }

    @Test
    void headersAndParametersAreRefusedAsSpringSecurityRefusesThem() {
        for (var firewall : new StrictHttpFirewall[] {new PlainFirewall(), new StrictHttpFirewall()}) {
            var request = new MockHttpServletRequest("GET", "/inbox");
            request.setServletPath("/inbox");
            request.addHeader("X-Bad", "a\nb");
            request.addHeader("X-Tab", "a\tb");
            request.addParameter("bad\n", "a");
            var guarded = firewall.getFirewalledRequest(request);

            assertThatThrownBy(() -> guarded.getHeader("X-Bad")).isInstanceOf(RequestRejectedException.class);
            assertThatThrownBy(() -> guarded.getHeader("bad\n")).isInstanceOf(RequestRejectedException.class);
            assertThatThrownBy(() -> guarded.getParameter("bad\n")).isInstanceOf(RequestRejectedException.class);
            assertThat(guarded.getHeader("X-Tab")).isEqualTo("a\tb");
        }
    }
}
