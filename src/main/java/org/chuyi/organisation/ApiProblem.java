package org.chuyi.organisation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuyi.shared.ChineseDates;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;

/** Ends a call to the API with an RFC 9457 problem, said in the caller's language. */
public final class ApiProblem extends RuntimeException {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

    private final ApiProblemKind kind;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private transient String detailKey;

    private ApiProblem(ApiProblemKind kind, List<Object> arguments) {
        super(kind.code());
        this.kind = kind;
        this.arguments = arguments;
        this.detailKey = key(kind);
    }

    /** @param arguments of the kind's text: strings, numbers, instants */
    public static ApiProblem of(ApiProblemKind kind, Object... arguments) {
        return new ApiProblem(kind, List.of(arguments));
    }

    public static ApiProblem notFound() {
        return of(ApiProblemKind.NOT_FOUND);
    }

    /** Somebody was first. */
    public static ApiProblem alreadyDone(String byName, Instant at) {
        return of(ApiProblemKind.TASK_ALREADY_DONE, byName, at)
                .with("completedBy", byName)
                .with("completedAt", at);
    }

    /** A member of its own, besides those of RFC 9457. */
    public ApiProblem with(String member, Object value) {
        properties.put(
                member,
                value instanceof Instant at ? at.atZone(WorkCalendar.ZONE).toOffsetDateTime() : value);
        return this;
    }

    /** Says it by another message, where the kind's own is too general. */
    public ApiProblem saying(String messageKey) {
        detailKey = messageKey;
        return this;
    }

    public ApiProblemKind kind() {
        return kind;
    }

    public ProblemDetail in(Locale locale, MessageSource messages) {
        Object[] said = arguments.stream().map(each -> said(each, locale)).toArray();
        var problem = ProblemDetail.forStatusAndDetail(kind.status(), messages.getMessage(detailKey, said, locale));
        problem.setType(kind.type());
        problem.setTitle(messages.getMessage(key(kind) + ".title", null, locale));
        properties.forEach(problem::setProperty);
        return problem;
    }

    private static String key(ApiProblemKind kind) {
        return "organisation.api." + kind.code();
    }

    private static Object said(Object argument, Locale locale) {
        if (argument instanceof Instant at) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                    ? ENGLISH.format(at.atZone(WorkCalendar.ZONE))
                    : ChineseDates.dateAndTime(at);
        }
        return argument;
    }
}
