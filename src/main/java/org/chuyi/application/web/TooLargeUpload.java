package org.chuyi.application.web;

import jakarta.servlet.http.HttpServletRequest;
import org.chuyi.application.upload.IncomingFile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** A request that is cut off before any controller sees it gets the same clear words as a file that one refuses. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeUpload {

    private final MaterialAnswers answers;

    TooLargeUpload(MaterialAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object refuse(HttpServletRequest request) {
        var problem = MaterialAnswers.problem("materialTooLarge", IncomingFile.LARGEST / (1024 * 1024));
        return wantsPage(request) ? page() : answers.problem(problem, request);
    }

    private static ModelAndView page() {
        return new ModelAndView("application/upload-too-large", HttpStatus.PAYLOAD_TOO_LARGE)
                .addObject("megabytes", IncomingFile.LARGEST / (1024 * 1024));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
