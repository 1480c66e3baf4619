package org.chuyi.review.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.ApplicationVersion;
import org.chuyi.application.Applications;
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
import org.chuyi.workflow.form.FieldChange;
import org.chuyi.workflow.form.FormDifference;
import org.chuyi.workflow.form.FormView;
import org.chuyi.workflow.form.SensitiveFields;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an application says, as its reader may see it, in her language. */
@Component
@Transactional(readOnly = true)
class ApplicationReading {

    private final Applications applications;
    private final ApplicationSearch search;
    private final ApplicationContents contents;
    private final SensitiveFields sensitive;
    private final FormDifference difference;
    private final PolicyPacks packs;
    private final Rounds rounds;
    private final Organisations organisations;
    private final Clock clock;

    ApplicationReading(
            Applications applications,
            ApplicationSearch search,
            ApplicationContents contents,
            SensitiveFields sensitive,
            FormDifference difference,
            PolicyPacks packs,
            Rounds rounds,
            Organisations organisations,
            Clock clock) {
        this.applications = applications;
        this.search = search;
        this.contents = contents;
        this.sensitive = sensitive;
        this.difference = difference;
        this.packs = packs;
        this.rounds = rounds;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @param sha256 the first digits tell versions apart, the whole proves one */
    record FileLine(long id, String name, long size, String sha256) {}

    record MaterialLine(String name, boolean required, List<FileLine> files) {}

    record Change(String label, String before, String after) {}

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
}
