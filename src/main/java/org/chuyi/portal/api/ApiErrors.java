package org.chuyi.portal.api;

import static org.chuyi.organisation.ApiProblemKind.FORBIDDEN;
import static org.chuyi.organisation.ApiProblemKind.INTERNAL_ERROR;
import static org.chuyi.organisation.ApiProblemKind.INVALID_PARAMETER;
import static org.chuyi.organisation.ApiProblemKind.MALFORMED_REQUEST;
import static org.chuyi.organisation.ApiProblemKind.TOO_LARGE;
import static org.chuyi.organisation.ApiProblemKind.UNAUTHORIZED;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.portal.ApiRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whatever goes wrong in a call to the API, as an RFC 9457 problem that says nothing of the inside.
 *
 * <p>Not a controller advice: most of these happen before a controller is chosen, where an advice for certain packages is
 * not asked.
 */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final ProblemAnswers answers;

    ApiErrors(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        // Of files that are too large, the materials have their own words.
        if (!ApiRequests.isOne(request)
                || response.isCommitted()
                || failure instanceof MaxUploadSizeExceededException) {
            return null;
        }
        try {
            var problem = problemOf(failure);
            if (problem.kind() == INTERNAL_ERROR) {
                LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            }
            if (failure instanceof HttpRequestMethodNotSupportedException unsupported
                    && unsupported.getSupportedMethods() != null) {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", unsupported.getSupportedMethods()));
            }
            answers.write(problem, request, response);
            return new ModelAndView();
        } catch (IOException callerIsGone) {
            LOG.debug("Nobody to answer", callerIsGone);
            return new ModelAndView();
        }
    }

    private static ApiProblem problemOf(Exception failure) {
        return cause(failure, ApiProblem.class)
                .or(() -> tooLarge(failure))
                .or(() -> ofBody(failure))
                .or(() -> ofParameter(failure))
                .or(() -> ofPermission(failure))
                .or(() -> statusOf(failure).map(status -> ApiProblem.of(ApiProblemKind.of(status))))
                .orElseGet(() -> ApiProblem.of(INTERNAL_ERROR));
    }

    private static Optional<ApiProblem> tooLarge(Exception failure) {
        return cause(failure, StreamConstraintsException.class).map(tooLong -> ApiProblem.of(TOO_LARGE));
    }

    private static Optional<ApiProblem> ofBody(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(UnreadableBody.problem(unreadable));
        }
        if (failure instanceof BindException invalid) {
            var problems = invalid.getFieldErrors().stream()
                    .map(error -> new BodyProblem(error.getField(), "", error.getDefaultMessage()))
                    .toList();
            return Optional.of(ApiProblem.of(MALFORMED_REQUEST)
                    .saying("organisation.api.malformed-request.fields")
                    .with("problems", problems));
        }
        return failure instanceof MultipartException ? Optional.of(ApiProblem.of(MALFORMED_REQUEST)) : Optional.empty();
    }

    record BodyProblem(String path, String label, String message) {}

    private static Optional<ApiProblem> ofParameter(Exception failure) {
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Optional.of(ApiProblem.of(INVALID_PARAMETER, missing.getParameterName()));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(ApiProblem.of(INVALID_PARAMETER, mismatch.getName()));
        }
        return failure instanceof TypeMismatchException mismatch
                ? Optional.of(ApiProblem.of(INVALID_PARAMETER, String.valueOf(mismatch.getPropertyName())))
                : Optional.empty();
    }

    private static Optional<ApiProblem> ofPermission(Exception failure) {
        if (failure instanceof AccessDeniedException) {
            return Optional.of(ApiProblem.of(FORBIDDEN));
        }
        return failure instanceof AuthenticationException ? Optional.of(ApiProblem.of(UNAUTHORIZED)) : Optional.empty();
    }

    private static Optional<Integer> statusOf(Exception failure) {
        if (failure instanceof ErrorResponse response) {
            return Optional.of(response.getStatusCode().value());
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class))
                .map(annotation -> annotation.code().value());
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}
