package org.chuyi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

class FlashCookieTest {

    private final FlashCookie flashMaps = new FlashCookie(new ObjectMapper());
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void sentenceGoesWithTheBrowserAndNotIntoTheSession() {
        var answer = answered("flash", "已提交。");

        var cookie = answer.getCookie(FlashCookie.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(180);
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void nextPageSaysItOnce() {
        var cookie = answered("flash", "已提交。").getCookie(FlashCookie.COOKIE);

        var page = new MockHttpServletResponse();
        var said = saidOn(request("GET", "/inbox", cookie), page);

        assertThat(said).containsExactly(Map.entry("flash", "已提交。"));
        assertThat(page.getCookie(FlashCookie.COOKIE).getMaxAge()).isZero();
        assertThat(page.getCookie(FlashCookie.COOKIE).getValue()).isEmpty();
    }

    @Test
    void anotherPageLeavesItForItsOwn() {
        var cookie = answered("flash", "已提交。").getCookie(FlashCookie.COOKIE);

        var page = new MockHttpServletResponse();

        assertThat(saidOn(request("GET", "/messages", cookie), page)).isEmpty();
        assertThat(page.getCookies()).isEmpty();
    }

    @Test
    void whatWasReadIsNotWrittenAgainByTheSameRequest() {
        var cookie = answered("flash", "first").getCookie(FlashCookie.COOKIE);
        var request = request("GET", "/inbox", cookie);
        var response = new MockHttpServletResponse();
        flashMaps.retrieveAndUpdate(request, response);

        flashMaps.saveOutputFlashMap(said("flash", "second"), request, response);

        var cookies = response.getCookies();
        var next = request("GET", "/inbox", cookies[cookies.length - 1]);
        assertThat(saidOn(next, new MockHttpServletResponse())).containsExactly(Map.entry("flash", "second"));
        assertThat(saidOn(next, new MockHttpServletResponse())).isEmpty();
    }

    @Test
    void anotherSessionSaysNothing() {
        var cookie = answered("flash", "已提交。").getCookie(FlashCookie.COOKIE);
        var request = request("GET", "/inbox", cookie);
        request.setSession(new MockHttpSession());

        assertThat(saidOn(request, new MockHttpServletResponse())).isEmpty();
    }

    @Test
    void whatSomebodyElseWroteIsNotSaid() {
        String value = answered("flash", "已提交。").getCookie(FlashCookie.COOKIE).getValue();
        String signature = value.substring(value.indexOf('.'));

        for (String forged : List.of("", ".", "W10", "W10.", "W10" + signature, value + "x", "x" + value)) {
            var request = request("GET", "/inbox", new Cookie(FlashCookie.COOKIE, forged));
            assertThat(saidOn(request, new MockHttpServletResponse()))
                    .as(forged)
                    .isEmpty();
        }
    }

    @Test
    void otherNamesAndLongTextsGoIntoTheSession() {
        assertThat(answered("case", "1").getCookies()).isEmpty();
        assertThat(answered("flash", "长".repeat(1_000)).getCookies()).isEmpty();

        assertThat(saidOn(request("GET", "/inbox"), new MockHttpServletResponse()))
                .containsExactly(Map.entry("case", "1"));
        assertThat(saidOn(request("GET", "/inbox"), new MockHttpServletResponse()))
                .containsExactly(Map.entry("flash", "长".repeat(1_000)));
        assertThat(Collections.list(session.getAttributeNames())).isEmpty();
    }

    @Test
    void ofManyAnswersTheLastThatFitAreCarried() {
        var cookie = answered("flash", "第 0 件").getCookie(FlashCookie.COOKIE);
        for (int number = 1; number <= 20; number++) {
            var response = new MockHttpServletResponse();
            flashMaps.saveOutputFlashMap(
                    said("flash", "第 " + number + " 件：" + "字".repeat(200)), request("POST", "/", cookie), response);
            cookie = response.getCookie(FlashCookie.COOKIE);
        }

        assertThat(cookie.getValue().length()).isLessThan(3_100);
        assertThat(saidOn(request("GET", "/inbox", cookie), new MockHttpServletResponse()))
                .containsExactly(Map.entry("flash", "第 18 件：" + "字".repeat(200)));
    }

    private Map<String, Object> saidOn(MockHttpServletRequest request, MockHttpServletResponse response) {
        var said = flashMaps.retrieveAndUpdate(request, response);
        return said == null ? Map.of() : Map.copyOf(said);
    }

    private MockHttpServletResponse answered(String name, String text) {
        var response = new MockHttpServletResponse();
        flashMaps.saveOutputFlashMap(said(name, text), request("POST", "/tasks/1/completion"), response);
        return response;
    }

    private static FlashMap said(String name, String text) {
        var said = new FlashMap();
        said.put(name, text);
        said.setTargetRequestPath("/inbox");
        return said;
    }

    private MockHttpServletRequest request(String method, String path, Cookie... cookies) {
        var request = new MockHttpServletRequest(method, path);
        request.setSession(session);
        request.setCookies(cookies);
        return request;
    }
}
