package org.chuyi.organisation;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * What can stand in the way of a call to the API (RFC 9457): each kind has one type, one status and one title. Texts are
 * messages {@code organisation.api.<code>.title} and {@code organisation.api.<code>}.
 */
public enum ApiProblemKind {
    /** The body is no JSON, or not of the shape that the call takes. */
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_REQUIRED(HttpStatus.BAD_REQUEST),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /** No such thing, or none that this person may see. */
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /** Somebody saved since. */
    DRAFT_OVERTAKEN(HttpStatus.CONFLICT),
    NOT_EDITABLE(HttpStatus.CONFLICT),
    TASK_ALREADY_DONE(HttpStatus.CONFLICT),
    /** A colleague has claimed it and alone may complete it. */
    TASK_CLAIMED(HttpStatus.CONFLICT),
    ALREADY_DECIDED(HttpStatus.CONFLICT),
    TASK_CANCELLED(HttpStatus.GONE),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** What was sent does not pass the form's or the module's rules. */
    INVALID_ANSWERS(HttpStatus.UNPROCESSABLE_ENTITY),
    /** A file; its member "code" says why, and the status may be another. */
    MATERIAL_REFUSED(HttpStatus.UNPROCESSABLE_ENTITY),
    CANNOT_APPLY(HttpStatus.UNPROCESSABLE_ENTITY),
    /** Header Retry-After says in how many seconds to come back. */
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ApiProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As in its type and its messages, e.g. {@code task-already-done}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Relative to the portal's address, where it leads to the kind's explanation. */
    public URI type() {
        return URI.create("/problems/" + code());
    }

    /** The most general kind of a status: what remains to be said when only the status is known. */
    public static ApiProblemKind of(int status) {
        return switch (status) {
            case 409 -> NOT_EDITABLE;
            case 422 -> INVALID_ANSWERS;
            default ->
                Stream.of(values())
                        .filter(kind -> kind.status.value() == status)
                        .findFirst()
                        .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
        };
    }
}
