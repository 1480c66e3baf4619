package org.chuyi.portal.api;

import static org.chuyi.organisation.ApiProblemKind.MALFORMED_REQUEST;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.chuyi.organisation.ApiProblem;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Why a body could not be read: where it stops being JSON, or which member the call does not take. */
final class UnreadableBody {

    private static final String TEXT = "organisation.api.malformed-request";

    private UnreadableBody() {}

    static ApiProblem problem(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof UnrecognizedPropertyException unknown) {
            return ApiProblem.of(MALFORMED_REQUEST, path(unknown)).saying(TEXT + ".unknownMember");
        }
        if (failure.getCause() instanceof JsonMappingException mapping
                && !(mapping.getCause() instanceof JsonParseException)
                && !mapping.getPath().isEmpty()) {
            return ApiProblem.of(MALFORMED_REQUEST, path(mapping)).saying(TEXT + ".wrongType");
        }
        if (failure.getCause() instanceof JacksonException syntax && syntax.getLocation() != null) {
            return ApiProblem.of(
                            MALFORMED_REQUEST,
                            syntax.getLocation().getLineNr(),
                            syntax.getLocation().getColumnNr())
                    .saying(TEXT + ".syntax");
        }
        return ApiProblem.of(MALFORMED_REQUEST);
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
