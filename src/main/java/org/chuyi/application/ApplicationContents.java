package org.chuyi.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.form.FieldChange;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormDifference;
import org.chuyi.workflow.form.FormSchema;
import org.chuyi.workflow.form.FormView;
import org.chuyi.workflow.form.SectionCompleteness;
import org.chuyi.workflow.form.SensitiveFields;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applications say: the draft while it is written, the frozen versions afterwards; sensitive fields masked. */
@Service
@Transactional
public class ApplicationContents {

    private final ProjectApplications applications;
    private final ApplicationAccess access;
    private final ApplicationForms forms;
    private final FormCheck formCheck;
    private final SensitiveFields sensitive;
    private final FormDifference difference;
    private final Content content;
    private final Drafts drafts;
    private final ApplicationVersions versions;
    private final Attachments attachments;
    private final Partnerships partnerships;
    private final PolicyPacks packs;
    private final Clock clock;

    ApplicationContents(
            ProjectApplications applications,
            ApplicationAccess access,
            ApplicationForms forms,
            FormCheck formCheck,
            SensitiveFields sensitive,
            FormDifference difference,
            Content content,
            Drafts drafts,
            ApplicationVersions versions,
            Attachments attachments,
            Partnerships partnerships,
            PolicyPacks packs,
            Clock clock) {
        this.applications = applications;
        this.access = access;
        this.forms = forms;
        this.formCheck = formCheck;
        this.sensitive = sensitive;
        this.difference = difference;
        this.content = content;
        this.drafts = drafts;
        this.versions = versions;
        this.attachments = attachments;
        this.partnerships = partnerships;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * The draft as its writer sees it.
     *
     * @param revision to be named when saving
     */
    public record DraftView(
            Map<String, Object> answers,
            int revision,
            Instant savedAt,
            String savedBy,
            List<SectionCompleteness> sections,
            List<FieldProblem> problems) {}

    /** What became of a save. */
    public sealed interface Saved {
        /**
         * @param refused what was not kept: unknown fields, wrong types, too long; with an empty path when nothing at all
         *     was kept, and the draft is as before
         */
        record Kept(int revision, Instant savedAt, List<SectionCompleteness> sections, List<FieldProblem> refused)
                implements Saved {}

        /** Another window, or a colleague, saved since; nothing was written. */
        record Overtaken(int revision, Instant savedAt, String savedBy) implements Saved {}

        /** It is not this person's to write, or not now. */
        record NotEditable() implements Saved {}
    }

    public FormSchema form(ProjectApplication application) {
        return forms.of(application);
    }

    /** For the school's own people. */
    public Optional<DraftView> draft(ApplicationNumber number, Actor actor) {
        return applications
                .find(number)
                .filter(found -> ApplicationAccess.isOfOwnSchool(found, actor))
                .map(this::draftView);
    }

    private DraftView draftView(ProjectApplication application) {
        var schema = forms.of(application);
        var draft = drafts.of(application.number());
        return new DraftView(
                sensitive.mask(schema, draft.answers()),
                draft.revision(),
                draft.savedAt(),
                draft.savedByName(),
                formCheck.completeness(schema, draft.answers()),
                application.problems());
    }

    /** Keeps what the clerk has typed so far; nothing has to be complete yet. */
    public Saved save(ApplicationNumber number, Actor actor, int revision, Map<String, Object> answers) {
        return save(number, actor, revision, answers, formCheck::completeness);
    }

    /** The same for a submission, which does not show how far the sections are. */
    Saved keep(ApplicationNumber number, Actor actor, int revision, Map<String, Object> answers) {
        return save(number, actor, revision, answers, (schema, kept) -> List.of());
    }

    private Saved save(
            ApplicationNumber number,
            Actor actor,
            int revision,
            Map<String, Object> answers,
            BiFunction<FormSchema, Map<String, Object>, List<SectionCompleteness>> completeness) {
        var application = applications.find(number).filter(found -> ApplicationAccess.isOfOwnSchool(found, actor));
        if (application.filter(found -> found.status().isEditable()).isEmpty()
                || !actor.is(org.chuyi.organisation.Role.APPLICANT)) {
            return new Saved.NotEditable();
        }
        var schema = forms.of(application.get());
        var kept = formCheck.draft(schema, answers);
        var stored = drafts.of(number);
        if (kept.unusable()) {
            return new Saved.Kept(
                    stored.revision(), stored.savedAt(), completeness.apply(schema, stored.answers()), kept.refused());
        }
        var merged = sensitive.merge(schema, stored.answers(), kept.answers());
        Instant now = clock.instant();
        return drafts.save(number, revision, merged, actor.account(), now)
                .<Saved>map(saved -> new Saved.Kept(saved, now, completeness.apply(schema, merged), kept.refused()))
                .orElseGet(() -> {
                    var newer = drafts.of(number);
                    return new Saved.Overtaken(newer.revision(), newer.savedAt(), newer.savedByName());
                });
    }

    /** The frozen version as a reader sees it; 0 means the draft, for the school alone. */
    public Optional<Map<String, Object>> answers(ApplicationNumber number, int version, Actor actor) {
        if (version == 0) {
            return draft(number, actor).map(DraftView::answers);
        }
        return find(number, version, actor)
                .map(found -> sensitive.mask(forms.of(applications.find(number).orElseThrow()), found.answers()));
    }

    /** A frozen version as stored: sensitive fields encrypted. */
    public Optional<ApplicationVersion> find(ApplicationNumber number, int version, Actor actor) {
        return access.mayRead(number, actor) ? versions.find(number, version) : Optional.empty();
    }

    /** What the application says of the actor's organisation, which is asked to confirm it as a partner. */
    public Optional<FormView> partnership(ApplicationNumber number, Actor actor, Locale locale) {
        var row = partnerships.rowOf(number, actor.organisation());
        if (row.isEmpty() || !access.mayRead(number, actor)) {
            return Optional.empty();
        }
        var application = applications.find(number).orElseThrow();
        String field = packs.programme(application.programmeCode())
                .partners()
                .orElseThrow()
                .field();
        var whole = FormView.of(forms.of(application), Map.of(field, List.of(row.get())), locale);
        return Optional.of(whole.only(field));
    }

    /** All frozen versions, the newest first, as stored. */
    public List<ApplicationVersion> versions(ApplicationNumber number, Actor actor) {
        return access.mayRead(number, actor) ? versions.of(number) : List.of();
    }

    /** The files of a frozen version, or with 0 those of the draft, for the school alone; by material. */
    public List<ApplicationVersion.Material> materials(ApplicationNumber number, int version, Actor actor) {
        if (version > 0) {
            return find(number, version, actor)
                    .map(ApplicationVersion::materials)
                    .orElse(List.of());
        }
        return access.isOfOwnSchool(number, actor)
                ? attachments.of(number).stream()
                        .map(file -> new ApplicationVersion.Material(
                                file.id(), file.materialCode(), file.fileName(), file.size(), file.sha256()))
                        .toList()
                : List.of();
    }

    /**
     * What changed from one version to another, as stored; version 0 is the draft, for the school alone. Empty where the
     * person may not read one of them, or there is none.
     */
    public Optional<List<FieldChange>> differences(ApplicationNumber number, int from, int to, Actor actor) {
        var before = stored(number, from, actor);
        var after = stored(number, to, actor);
        return before.isPresent() && after.isPresent()
                ? Optional.of(difference.between(
                        forms.of(applications.find(number).orElseThrow()), before.get(), after.get()))
                : Optional.empty();
    }

    private Optional<Map<String, Object>> stored(ApplicationNumber number, int version, Actor actor) {
        if (version == 0) {
            return access.isOfOwnSchool(number, actor) ? Optional.of(storedDraft(number)) : Optional.empty();
        }
        return find(number, version, actor).map(ApplicationVersion::answers);
    }

    /** For the check of a submission, in the clear: a masked answer stands for the one in the draft. */
    public Map<String, Object> meant(ApplicationNumber number, Map<String, Object> answers) {
        var schema = forms.of(applications.find(number).orElseThrow());
        return sensitive.reveal(schema, sensitive.merge(schema, storedDraft(number), answers));
    }

    /** Whether the draft, whoever saved it, holds just these answers. */
    boolean saysTheSame(ApplicationNumber number, Map<String, Object> answers) {
        var schema = forms.of(applications.find(number).orElseThrow());
        var stored = drafts.of(number).answers();
        var kept = formCheck.draft(schema, answers);
        return content.write(sensitive.merge(schema, stored, kept.answers())).equals(content.write(stored));
    }

    void replaceDraft(ProjectApplication application, Map<String, Object> answers, Actor actor, Instant at) {
        var schema = forms.of(application);
        var stored = drafts.of(application.number());
        var content = sensitive.merge(schema, stored.answers(), answers);
        if (content.equals(stored.answers())) {
            return;
        }
        drafts.save(application.number(), stored.revision(), content, actor.account(), at)
                .orElseThrow(() -> new org.springframework.dao.OptimisticLockingFailureException("Draft has changed"));
    }

    Map<String, Object> storedDraft(ApplicationNumber number) {
        return drafts.of(number).answers();
    }
}
