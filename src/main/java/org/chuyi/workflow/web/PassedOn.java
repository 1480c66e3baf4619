package org.chuyi.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What was to be said on a page is said on the one that opens instead of it. */
final class PassedOn {

    private PassedOn() {}

    static void to(RedirectAttributes redirect, HttpServletRequest request) {
        Map<String, ?> said = RequestContextUtils.getInputFlashMap(request);
        if (said != null) {
            said.forEach(redirect::addFlashAttribute);
        }
    }
}
