package org.chuyi.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.MaterialChange;
import org.chuyi.application.MaterialContent;
import org.chuyi.application.Materials;
import org.chuyi.application.MaterialsView;
import org.chuyi.application.upload.FileKind;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What pages and API have in common: a file taken in or handed out, a refusal as RFC 9457 problem. */
@Component
class MaterialAnswers {

    private static final String PROBLEM = "application.problem.";

    private static final Map<String, HttpStatus> STATUS = Map.of(
            "materialNotThere", HttpStatus.NOT_FOUND,
            "materialTooLarge", HttpStatus.PAYLOAD_TOO_LARGE,
            "materialNotEditable", HttpStatus.CONFLICT,
            "materialDuplicate", HttpStatus.CONFLICT,
            "materialTooMany", HttpStatus.CONFLICT,
            "materialScannerDown", HttpStatus.SERVICE_UNAVAILABLE);

    /** Nothing but itself. PDFs go without "sandbox", with which Safari shows none; their scripts stay inside them. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Materials materials;
    private final MessageSource messages;

    MaterialAnswers(Materials materials, MessageSource messages) {
        this.materials = materials;
        this.messages = messages;
    }

    ResponseEntity<Object> upload(
            String number, Actor actor, String material, MultipartFile file, HttpServletRequest request) {
        if (!ApplicationNumber.isValid(number)) {
            return notThere(request);
        }
        if (file == null) {
            return problem(problem("materialNoFile"), request);
        }
        try (InputStream content = file.getInputStream()) {
            return answer(
                    materials.upload(
                            new ApplicationNumber(number), actor, material, file.getOriginalFilename(), content),
                    request);
        } catch (IOException outage) {
            throw new UncheckedIOException(outage);
        }
    }

    ResponseEntity<Object> remove(String number, Actor actor, long id, HttpServletRequest request) {
        return ApplicationNumber.isValid(number)
                ? answer(materials.remove(new ApplicationNumber(number), id, actor), request)
                : notThere(request);
    }

    private ResponseEntity<Object> answer(MaterialChange change, HttpServletRequest request) {
        if (change instanceof MaterialChange.Stored stored) {
            return ResponseEntity.status(HttpStatus.CREATED).body(MaterialsView.File.of(stored.attachment()));
        }
        if (change instanceof MaterialChange.Removed) {
            return ResponseEntity.noContent().build();
        }
        return change instanceof MaterialChange.Refused refused
                ? problem(refused.problem(), request)
                : notThere(request);
    }

    Optional<ResponseEntity<Resource>> content(long id, Actor actor, boolean download) {
        return materials.open(id, actor).map(found -> response(found, download));
    }

    private static ResponseEntity<Resource> response(MaterialContent found, boolean download) {
        var file = found.attachment();
        boolean shown = !download && FileKind.isShown(file.mediaType());
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        boolean pdf = file.mediaType().equals(FileKind.PDF.mediaType());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", pdf ? POLICY : POLICY + "; sandbox")
                .eTag(file.sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(found.content());
    }

    ResponseEntity<Object> notThere(HttpServletRequest request) {
        return problem(problem("materialNotThere"), request);
    }

    /** With the problem's own "code", so that a program need not read the text. */
    ResponseEntity<Object> problem(FieldProblem problem, HttpServletRequest request) {
        String code = problem.code().substring(PROBLEM.length());
        var status = STATUS.getOrDefault(code, HttpStatus.UNPROCESSABLE_ENTITY);
        Locale language = languageOf(request);
        var detail = ProblemDetail.forStatusAndDetail(status, text(problem, language));
        detail.setType(kindOf(status).type());
        detail.setTitle(messages.getMessage(
                status == HttpStatus.NOT_FOUND ? "application.material.notThere" : "application.material.refused",
                null,
                language));
        detail.setInstance(URI.create(request.getRequestURI()));
        detail.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static ApiProblemKind kindOf(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> ApiProblemKind.NOT_FOUND;
            case PAYLOAD_TOO_LARGE -> ApiProblemKind.TOO_LARGE;
            default -> ApiProblemKind.MATERIAL_REFUSED;
        };
    }

    String text(FieldProblem problem, Locale language) {
        return messages.getMessage(problem.code(), problem.arguments().toArray(), language);
    }

    static FieldProblem problem(String code, Object... arguments) {
        return FieldProblem.of("", "", PROBLEM + code, arguments);
    }

    /** A page speaks the language that its reader chose; a call to the API the one it asks for, or Chinese. */
    static Locale languageOf(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return LocaleContextHolder.getLocale();
        }
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                        && request.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }
}
