package org.chuyi.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.util.WebUtils;

/**
 * What the next page is to say goes with the browser: in the session it would be written after each post and read with each
 * request. The session's id signs it, so that it is said to nobody else; what is long goes into the session after all.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashCookie extends RecentFlashMaps {

    static final String COOKIE = "CHUYI_SAID";

    /** The two sentences of {@code layout.html}: no other name gets into a page by way of a cookie. */
    private static final Set<String> SENTENCES = Set.of("flash", "flashProblem");

    /** Browsers keep 4,096 bytes. */
    private static final int LONGEST = 3_000;

    /** Of one sentence and its page, of which a Chinese one takes four bytes each. */
    private static final int CHARACTERS = 600;

    private static final String OF_THIS_REQUEST = FlashCookie.class.getName();

    private final ObjectMapper json;

    FlashCookie(ObjectMapper json) {
        this.json = json;
    }

    /** @param until in milliseconds; a page that opens later says nothing */
    record Said(String path, Map<String, List<String>> parameters, long until, Map<String, String> sentences) {

        static Said of(FlashMap map) {
            return new Said(
                    map.getTargetRequestPath(),
                    map.getTargetRequestParams(),
                    map.getExpirationTime(),
                    map.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> (String) each.getValue())));
        }

        FlashMap map() {
            var map = new FlashMap();
            map.putAll(sentences);
            map.setTargetRequestPath(path);
            map.addTargetRequestParams(new LinkedMultiValueMap<>(parameters));
            map.setExpirationTime(until);
            return map;
        }
    }

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var all = new CopyOnWriteArrayList<>(carried(request));
        Optional.ofNullable(super.retrieveFlashMaps(request)).ifPresent(all::addAll);
        return all;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> all, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        List<FlashMap> carried = new ArrayList<>();
        List<FlashMap> kept = new ArrayList<>();
        for (FlashMap map : all) {
            (session != null && isShort(map) ? carried : kept).add(map);
        }
        carry(carried, session, request, response);
        if (!kept.isEmpty() || session != null) {
            super.updateFlashMaps(kept, request, response);
        }
    }

    private boolean isShort(FlashMap map) {
        String page = map.getTargetRequestPath() + map.getTargetRequestParams();
        return SENTENCES.containsAll(map.keySet())
                && map.values().stream().allMatch(String.class::isInstance)
                && map.values().stream()
                                        .mapToInt(text -> text.toString().length())
                                        .sum()
                                + page.length()
                        <= CHARACTERS;
    }

    private List<FlashMap> carried(HttpServletRequest request) {
        if (request.getAttribute(OF_THIS_REQUEST) instanceof Carried carried) {
            return carried.maps();
        }
        var session = request.getSession(false);
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .filter(cookie -> session != null)
                .map(Cookie::getValue)
                .flatMap(value -> SignedBySession.read(value, session))
                .map(this::read)
                .orElse(List.of());
    }

    /** What the browser will have after this answer. */
    private record Carried(List<FlashMap> maps) {}

    private void carry(
            List<FlashMap> maps, HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        if (maps.isEmpty() && carried(request).isEmpty()) {
            return;
        }
        List<FlashMap> newest = maps;
        String written = written(newest);
        while (written.length() > LONGEST) {
            newest = newest.subList(1, newest.size());
            written = written(newest);
        }
        request.setAttribute(OF_THIS_REQUEST, new Carried(newest));
        String value = newest.isEmpty() ? "" : SignedBySession.sign(written, session);
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(newest.isEmpty() ? Duration.ZERO : Duration.ofSeconds(getFlashMapTimeout()));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private String written(List<FlashMap> maps) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            json.writeValueAsBytes(maps.stream().map(Said::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing, where an earlier version of the program wrote it. */
    private List<FlashMap> read(String written) {
        try {
            return json.readValue(Base64.getUrlDecoder().decode(written), new TypeReference<List<Said>>() {}).stream()
                    .map(Said::map)
                    .toList();
        } catch (IOException notAsWeWrite) {
            return List.of();
        }
    }
}
