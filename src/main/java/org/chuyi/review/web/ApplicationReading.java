package org.chuyi.review.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.ApplicationVersion;
import org.chuyi.application.Applications;
import org.chuyi.application.Reader;
import org.chuyi.audit.AuditLine;
import org.chuyi.audit.AuditLines;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.chuyi.review.CorrectionRequest;
import org.chuyi.review.ReviewDecision;
import org.chuyi.review.ReviewStep;
import org.chuyi.review.Reviews;
import org.chuyi.review.ShownDecisions;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.form.FieldChange;
import org.chuyi.workflow.form.FormDifference;
import org.chuyi.workflow.form.FormView;
import org.chuyi.workflow.form.SensitiveFields;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parts of an application as its reader may see them, in her language. */
@Component
@Transactional(readOnly = true)
class ApplicationReading {

    private final Applications applications;
    private final ApplicationSearch search;
    private final ApplicationContents contents;
    private final SensitiveFields sensitive;
    private final FormDifference difference;
    private final Reviews reviews;
    private final AuditLines audit;
    private final PolicyPacks packs;
    private final Rounds rounds;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Clock clock;

    ApplicationReading(
            Applications applications,
            ApplicationSearch search,
            ApplicationContents contents,
            SensitiveFields sensitive,
            FormDifference difference,
            Reviews reviews,
            AuditLines audit,
            PolicyPacks packs,
            Rounds rounds,
            Organisations organisations,
            MessageSource messages,
            Clock clock) {
        this.applications = applications;
        this.search = search;
        this.contents = contents;
        this.sensitive = sensitive;
        this.difference = difference;
        this.reviews = reviews;
        this.audit = audit;
        this.packs = packs;
        this.rounds = rounds;
        this.organisations = organisations;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param sha256 the first digits tell versions apart, the whole proves one */
    record FileLine(long id, String name, long size, String sha256) {}

    record MaterialLine(String name, boolean required, List<FileLine> files) {}

    record Change(String label, String before, String after) {}

    /**
     * @param by organisation, and the person where the reader may know her
     * @param lastDay until when, where it was returned; else null
     */
    record DecisionLine(
            String step,
            String decision,
            String tone,
            String opinion,
            String by,
            Instant at,
            int version,
            List<CorrectionRequest.Item> corrections,
            LocalDate lastDay) {}

    record RecordLine(Instant at, String title, String who, String text, String tone) {}

    Optional<OpenedApplication> open(String number, Actor actor, Locale locale) {
        return Optional.of(number)
                .filter(ApplicationNumber::isValid)
                .map(ApplicationNumber::new)
                .flatMap(valid -> applications.find(valid, actor))
                .flatMap(found -> search.row(found.number(), actor).map(row -> {
                    Programme programme = packs.programme(found.programmeCode());
                    Optional<Round> round = rounds.byCode(found.roundCode());
                    return new OpenedApplication(
                            found,
                            row,
                            actor,
                            programme,
                            round.map(Round::title)
                                    .map(title -> title.in(locale))
                                    .orElse(""),
                            row.next(actor, clock.instant()),
                            contents.versions(found.number(), actor),
                            isReviewedByCity(programme, organisations.get(found.school())),
                            round.flatMap(of -> of.programme(programme.code()))
                                    .filter(RoundProgramme::competitive)
                                    .isPresent());
                }));
    }

    /** As review-route.dmn decides it; the picture needs the answer before the process has asked. */
    private static boolean isReviewedByCity(Programme programme, Organisation school) {
        boolean higher = school.kind() == OrganisationKind.HIGHER_COLLEGE
                || school.kind() == OrganisationKind.VOCATIONAL_UNIVERSITY;
        return switch (programme.route()) {
            case DIRECT -> false;
            case CITY_EDUCATION_BUREAU, CITY_HR_BUREAU -> true;
            case BY_SCHOOL_TYPE ->
                higher ? school.supervisedBy().isPresent() : school.kind().isSchool();
            case DIRECT_OR_AUTHORITY -> higher && school.supervisedBy().isPresent();
        };
    }

    FormView form(OpenedApplication opened, int version, Locale locale) {
        var schema = contents.form(opened.application());
        Map<String, Object> answers = version == 0
                ? contents.draft(opened.application().number(), opened.actor())
                        .map(ApplicationContents.DraftView::answers)
                        .orElseThrow(NotThere::new)
                : sensitive.mask(
                        schema,
                        opened.frozen(version).orElseThrow(NotThere::new).answers());
        return FormView.of(schema, answers, locale);
    }

    List<MaterialLine> materials(OpenedApplication opened, int version, Locale locale) {
        Map<String, List<FileLine>> files = filesOf(opened, version).stream()
                .collect(Collectors.groupingBy(
                        ApplicationVersion.Material::materialCode,
                        Collectors.mapping(
                                file -> new FileLine(file.attachment(), file.fileName(), file.size(), file.sha256()),
                                Collectors.toList())));
        return opened.programme().materials().stream()
                .map(material -> line(material, files.getOrDefault(material.code(), List.of()), locale))
                .toList();
    }

    private List<ApplicationVersion.Material> filesOf(OpenedApplication opened, int version) {
        return version == 0
                ? contents.materials(opened.application().number(), 0, opened.actor())
                : opened.frozen(version).orElseThrow(NotThere::new).materials();
    }

    private static MaterialLine line(MaterialRequirement material, List<FileLine> files, Locale locale) {
        return new MaterialLine(material.names().in(locale), material.required(), files);
    }

    List<Change> changes(OpenedApplication opened, int from, int to, Locale locale) {
        return fieldChanges(opened, from, to).stream()
                .map(change -> new Change(
                        change.label().in(locale),
                        change.before().in(locale),
                        change.after().in(locale)))
                .toList();
    }

    /** Frozen versions are in hand already; the draft as stored is not, since it may hold what is only shown masked. */
    private List<FieldChange> fieldChanges(OpenedApplication opened, int from, int to) {
        var before = opened.frozen(from);
        var after = opened.frozen(to);
        return before.isPresent() && after.isPresent()
                ? difference.between(
                        contents.form(opened.application()),
                        before.get().answers(),
                        after.get().answers())
                : contents.differences(opened.application().number(), from, to, opened.actor())
                        .orElseThrow(NotThere::new);
    }

    /** What a partner that is being asked reads of its own part; null for everybody else. */
    FormView partnership(OpenedApplication opened, Locale locale) {
        return contents.partnership(opened.application().number(), opened.actor(), locale)
                .orElse(null);
    }

    /** What was decided, the latest first; a leader's word to her own clerk stays inside the school. */
    List<DecisionLine> decisions(OpenedApplication opened) {
        var number = opened.application().number();
        var requests = reviews.correctionsOf(number);
        return reviews.of(number).stream()
                .filter(decision -> ShownDecisions.isShown(decision, opened.reader()))
                .sorted(Comparator.comparing(ReviewDecision::id).reversed())
                .map(decision -> line(decision, ShownDecisions.requestOf(decision, requests), opened.reader()))
                .toList();
    }

    private static DecisionLine line(ReviewDecision decision, Optional<CorrectionRequest> request, Reader reader) {
        return new DecisionLine(
                "review.step." + decision.step(),
                "review.decision." + decision.step() + "." + decision.decision(),
                tone(decision.decision()),
                decision.opinion(),
                by(decision, reader),
                decision.decidedAt(),
                decision.version(),
                request.map(CorrectionRequest::items).orElse(List.of()),
                request.map(CorrectionRequest::dueAt)
                        .map(WorkCalendar::lastDayBefore)
                        .orElse(null));
    }

    /** A reviewer is her organisation to those whom she reviews. */
    private static String by(ReviewDecision decision, Reader reader) {
        return reader == Reader.REVIEWER || decision.step() == ReviewStep.SCHOOL_SIGN_OFF
                ? decision.organisationName() + " · " + decision.decidedByName()
                : decision.organisationName();
    }

    private static String tone(String decision) {
        return switch (decision) {
            case "approved", "recommended", "signedOff" -> "good";
            case "returned", "sentBack" -> "warn";
            case "refused", "notListed" -> "bad";
            default -> "calm";
        };
    }

    /** 办理记录, the latest first. What happens inside the school is the school's own. */
    List<RecordLine> record(OpenedApplication opened, Locale locale) {
        List<RecordLine> lines = new ArrayList<>();
        decisions(opened).stream()
                .filter(decision -> !decision.step().equals("review.step.SCHOOL_SIGN_OFF")
                        || decision.tone().equals("warn"))
                .map(decision -> new RecordLine(
                        decision.at(),
                        text(decision.decision(), locale),
                        decision.by(),
                        decision.opinion(),
                        decision.tone()))
                .forEach(lines::add);
        audit.about("application", opened.number()).stream()
                .flatMap(line -> line(line, opened.reader(), locale).stream())
                .forEach(lines::add);
        lines.sort(Comparator.comparing(RecordLine::at).reversed());
        return lines;
    }

    private Optional<RecordLine> line(AuditLine line, Reader reader, Locale locale) {
        boolean inSchool = reader == Reader.SCHOOL;
        return switch (line.action()) {
            case "application.started" -> shown(line, reader != Reader.PARTNER, "started", "calm", locale);
            case "application.handedIn" -> shown(line, inSchool, "handedIn", "calm", locale);
            case "application.validated" ->
                Objects.equals(line.details().get("problems"), 0)
                        ? shown(line, inSchool, "validated", "good", locale)
                        : shown(
                                line,
                                inSchool,
                                "invalid",
                                "warn",
                                locale,
                                line.details().get("problems"));
            case "application.partnerAnswered" ->
                shown(
                        line,
                        inSchool,
                        Objects.equals(line.details().get("decision"), "confirmed")
                                ? "partnerConfirmed"
                                : "partnerDeclined",
                        "calm",
                        locale);
            case "application.submitted" ->
                shown(line, true, "submitted", "busy", locale, line.details().get("version"));
            case "application.withdrawn" -> shown(line, true, "withdrawn", "calm", locale);
            case "application.expired" -> shown(line, true, "expired", "bad", locale);
            default -> Optional.empty();
        };
    }

    private Optional<RecordLine> shown(
            AuditLine line, boolean isShown, String key, String tone, Locale locale, Object... arguments) {
        return isShown
                ? Optional.of(new RecordLine(
                        line.at(),
                        text("review.record." + key, locale, arguments),
                        who(line, locale),
                        Objects.toString(line.details().get("reason"), ""),
                        tone))
                : Optional.empty();
    }

    private String who(AuditLine line, Locale locale) {
        if (line.who().account().isEmpty()) {
            return text("review.record.system", locale);
        }
        return line.who().actingFor().isEmpty()
                ? line.who().name()
                : line.who().actingFor() + " · " + line.who().name();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
