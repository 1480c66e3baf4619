package org.chuyi.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Tells calls to the API from pages. */
public final class ApiRequests {

    private ApiRequests() {}

    /** Also once the call has been dispatched to the error page. */
    public static boolean isOne(HttpServletRequest request) {
        return pathOf(request).startsWith(request.getContextPath() + "/api/");
    }

    /** The path that was called. */
    public static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String called
                ? called
                : request.getRequestURI();
    }

    /** Chinese unless the caller asks for English; a browser's wishes count on pages as little as before. */
    static Locale languageOf(HttpServletRequest request) {
        return isOne(request)
                        && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                        && request.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }
}
