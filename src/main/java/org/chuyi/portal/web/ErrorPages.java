package org.chuyi.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.portal.ApiRequests;
import org.chuyi.portal.api.ProblemAnswers;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong and what to do, as a page for people and as RFC 9457 for programs; never what happened inside. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 503);

    private final MessageSource messages;
    private final CurrentActor people;
    private final ProblemAnswers answers;

    ErrorPages(MessageSource messages, CurrentActor people, ProblemAnswers answers) {
        this.messages = messages;
        this.people = people;
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale locale) {
        var status = statusOf(request);
        if (ApiRequests.isOne(request)) {
            var problem = answers.of(ApiProblem.of(ApiProblemKind.of(status)), request);
            return ResponseEntity.status(problem.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return isForProgram(request) ? problem(status, locale) : page(status);
    }

    private ModelAndView page(int status) {
        var page = new ModelAndView("portal/error", HttpStatus.valueOf(status));
        page.addObject("code", status);
        page.addObject("texts", textsOf(status));
        page.addObject("signedIn", people.find().isPresent());
        return page;
    }

    private ResponseEntity<ProblemDetail> problem(int status, Locale locale) {
        var texts = textsOf(status);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.valueOf(status), messages.getMessage(texts + ".text", null, locale));
        problem.setTitle(messages.getMessage(texts + ".title", null, locale));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static int statusOf(HttpServletRequest request) {
        var given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Somebody who opens /error by its address has found no page.
        return given instanceof Integer code && HttpStatus.resolve(code) != null ? code : 404;
    }

    private static String textsOf(int status) {
        return "portal.error." + (KNOWN.contains(status) ? status : status < 500 ? 400 : 500);
    }

    private static boolean isForProgram(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getHeader("HX-Request") != null
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }
}
