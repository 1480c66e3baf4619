package org.chuyi.selection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.Attachment;
import org.chuyi.application.FrozenApplications;
import org.chuyi.application.FrozenApplications.Judged;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.Programme;
import org.chuyi.workflow.form.FormView;
import org.chuyi.workflow.form.SensitiveFields;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an expert reads of the application that she scores. Where the programme is scored blind, this is the one way to it:
 * without identifying fields, with names taken out of the rest, and of the files only those made for it.
 */
@Service
@Transactional
public class ScoreReading {

    private static final String PDF = "application/pdf";

    private final FrozenApplications applications;
    private final ScoreForms forms;
    private final BlindNames names;
    private final SensitiveFields sensitive;
    private final Organisations organisations;
    private final ScoreSheets sheets;
    private final ScoreDiscussions discussions;
    private final AuditTrail audit;

    ScoreReading(
            FrozenApplications applications,
            ScoreForms forms,
            BlindNames names,
            SensitiveFields sensitive,
            Organisations organisations,
            ScoreSheets sheets,
            ScoreDiscussions discussions,
            AuditTrail audit) {
        this.applications = applications;
        this.forms = forms;
        this.names = names;
        this.sensitive = sensitive;
        this.organisations = organisations;
        this.sheets = sheets;
        this.discussions = discussions;
        this.audit = audit;
    }

    /**
     * @param title the code where names are hidden, else the school
     * @param number empty where it is hidden
     * @param earlier rounds of this sheet, the latest first
     * @param voices what the others of the panel say, while the discussion is open
     */
    public record Shown(
            boolean blind,
            String title,
            String number,
            FormView form,
            List<MaterialLine> materials,
            List<Earlier> earlier,
            List<Voice> voices) {}

    /** @param index its place in the list, which is all that its address says of it */
    public record MaterialLine(int index, String name, long size) {}

    public record Earlier(int round, int total, String reason) {}

    /** @param expert position of the seat: 专家1 */
    public record Voice(int expert, int total, String opinion, String comment) {}

    /** A file as it is handed out; names nobody where names are hidden. */
    public sealed interface File {
        record Content(String fileName, String mediaType, Resource content) implements File {}

        /** Its pages name who applies, or it cannot be read: nobody is shown it. */
        record Withheld() implements File {}
    }

    @Transactional(readOnly = true)
    public Shown read(ScoreSheet sheet, Locale locale) {
        Judged judged = applications.get(sheet.number(), sheet.version());
        Programme programme = forms.programme(sheet.contest());
        boolean blind = programme.blind();
        var redaction = blind ? Optional.of(redaction(judged, programme)) : Optional.<BlindRedaction>empty();
        var earlier = sheets.earlierRounds(sheet.id());
        var voices = discussions.others(sheet);
        var written = redaction.map(own -> earlier.isEmpty() && voices.isEmpty()
                ? List.of(own)
                : List.of(own, names.redaction(sheets.schools(sheet.contest()))));
        Map<String, Object> masked = sensitive.mask(judged.form(), judged.answers());
        return new Shown(
                blind,
                blind ? sheet.blindCode() : organisations.get(judged.school()).name(),
                blind ? "" : sheet.number().value(),
                redaction
                        .map(hidden -> blindForm(judged, masked, programme, hidden, locale))
                        .orElseGet(() -> FormView.of(judged.form(), masked, locale)),
                materials(sheet, judged, programme, locale),
                earlier.stream()
                        .map(each -> new Earlier(each.round(), each.total(), said(written, each.reason())))
                        .toList(),
                voices.stream()
                        .map(each ->
                                new Voice(each.position(), each.total(), each.opinion(), said(written, each.comment())))
                        .toList());
    }

    private static FormView blindForm(
            Judged judged, Map<String, Object> masked, Programme programme, BlindRedaction hidden, Locale locale) {
        var identifying = new IdentifyingFields(programme.form());
        return FormView.of(judged.form(), masked, locale, field -> !identifying.isHidden(field))
                .withTexts(hidden::of);
    }

    private BlindRedaction redaction(Judged judged, Programme programme) {
        return names.redaction(judged, new IdentifyingFields(programme.form()));
    }

    /** What an expert or an officer wrote: she may have guessed, or named another that competes. */
    private static String said(Optional<List<BlindRedaction>> redactions, String text) {
        String shown = text == null ? "" : text;
        for (BlindRedaction redaction : redactions.orElse(List.of())) {
            shown = redaction.of(shown);
        }
        return shown;
    }

    private static List<MaterialLine> materials(ScoreSheet sheet, Judged judged, Programme programme, Locale locale) {
        List<Attachment> shown = shown(judged, programme);
        List<MaterialLine> lines = new ArrayList<>();
        for (int at = 0; at < shown.size(); at++) {
            Attachment file = shown.get(at);
            String name = programme.blind()
                    ? programme
                                    .material(file.materialCode())
                                    .map(material -> material.names().in(locale))
                                    .orElse("") + " " + blindName(sheet, at)
                    : file.fileName();
            lines.add(new MaterialLine(at, name, programme.blind() ? 0 : file.size()));
        }
        return lines;
    }

    /** Blind: those that the pack made for it, and of those only what is PDF. */
    private static List<Attachment> shown(Judged judged, Programme programme) {
        return judged.materials().stream()
                .filter(file -> !programme.blind()
                        || file.mediaType().equals(PDF)
                                && programme
                                        .material(file.materialCode())
                                        .filter(MaterialRequirement::blind)
                                        .isPresent())
                .toList();
    }

    private static String blindName(ScoreSheet sheet, int at) {
        return sheet.blindCode() + "-" + (at + 1) + ".pdf";
    }

    /** @param index as in {@link MaterialLine}; empty where there is none */
    public Optional<File> file(ScoreSheet sheet, int index) {
        Judged judged = applications.get(sheet.number(), sheet.version());
        Programme programme = forms.programme(sheet.contest());
        List<Attachment> shown = shown(judged, programme);
        if (index < 0 || index >= shown.size()) {
            return Optional.empty();
        }
        Attachment file = shown.get(index);
        return Optional.of(
                programme.blind()
                        ? blindFile(sheet, index, judged, programme, file)
                        : new File.Content(file.fileName(), file.mediaType(), applications.content(file)));
    }

    private File blindFile(ScoreSheet sheet, int index, Judged judged, Programme programme, Attachment file) {
        var redaction = redaction(judged, programme);
        var pages = pagesOf(file, redaction);
        if (pages.isEmpty()) {
            audit.record(AuditEntry.of(
                    "score.materialWithheld",
                    "contest",
                    sheet.contest().toString(),
                    Map.of("number", sheet.number().value(), "file", file.id())));
            return new File.Withheld();
        }
        return new File.Content(blindName(sheet, index), PDF, new ByteArrayResource(pages.get()));
    }

    private Optional<byte[]> pagesOf(Attachment file, BlindRedaction redaction) {
        try (InputStream content = applications.content(file).getInputStream()) {
            return BlindPdf.of(content, redaction::finds);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
