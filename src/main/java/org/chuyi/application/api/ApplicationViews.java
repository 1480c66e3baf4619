package org.chuyi.application.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.ApplicationVersion;
import org.chuyi.application.NextStep;
import org.chuyi.application.PendingCorrections;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.ProblemTexts.ProblemText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Applications as the API gives them: to each reader the status and the step that she may know. */
@Component
class ApplicationViews {

    private final ApplicationContents contents;
    private final Optional<PendingCorrections> corrections;
    private final ProblemTexts problems;
    private final PolicyPacks packs;
    private final MessageSource messages;
    private final CurrentActor currentActor;
    private final Clock clock;

    ApplicationViews(
            ApplicationContents contents,
            Optional<PendingCorrections> corrections,
            ProblemTexts problems,
            PolicyPacks packs,
            MessageSource messages,
            CurrentActor currentActor,
            Clock clock) {
        this.contents = contents;
        this.corrections = corrections;
        this.problems = problems;
        this.packs = packs;
        this.messages = messages;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * @param text what has to be done
     * @param owner the organisation that has to act; absent when nothing is left to do
     * @param awaitedPartners how many have not answered; absent at other steps
     * @param lastDay it ends at 24:00 of that day
     * @param mine whether the caller has to act
     */
    record NextStepView(
            String text,
            Optional<String> owner,
            Optional<Integer> awaitedPartners,
            Optional<LocalDate> lastDay,
            Optional<Integer> workdaysLeft,
            boolean mine) {}

    /**
     * @param status the code, as far as the caller may know it
     * @param publicStatus 公开状态: the same in words, in the caller's language
     */
    record ApplicationSummary(
            String number,
            String round,
            String programme,
            BilingualText programmeName,
            String school,
            String cityCode,
            ApplicationStatus status,
            String publicStatus,
            Instant statusSince,
            NextStepView next) {}

    /**
     * @param filingDueAt until when it must leave the school; the first instant that is too late
     * @param versions what left the school, the newest first
     * @param problems what the last validation found; for the school
     * @param correction what has to be corrected (一次性告知); for the school, while it is returned
     */
    record ApplicationView(
            String number,
            String round,
            String programme,
            BilingualText programmeName,
            String school,
            String cityCode,
            ApplicationStatus status,
            String publicStatus,
            Instant statusSince,
            NextStepView next,
            Instant createdAt,
            Instant filingDueAt,
            Optional<Instant> submittedAt,
            Optional<Instant> decidedAt,
            List<VersionSummary> versions,
            Optional<List<ProblemText>> problems,
            Optional<CorrectionView> correction) {}

    record VersionSummary(int version, Instant signedAt, String sha256) {

        static VersionSummary of(ApplicationVersion version) {
            return new VersionSummary(version.version(), version.signedAt(), version.sha256());
        }
    }

    record CorrectionView(
            String by, int version, String opinion, List<CorrectionItem> items, Instant requestedAt, Instant dueAt) {}

    record CorrectionItem(String place, String requirement) {}

    /** @param sha256 over the content and the hashes of the materials */
    record VersionView(
            String number,
            int version,
            String signedBy,
            Instant signedAt,
            String sha256,

            @Schema(description = "By the keys of the form's fields")
            Map<String, Object> answers,

            List<VersionMaterial> materials) {}

    record VersionMaterial(long id, String material, String fileName, long size, String sha256) {}

    ApplicationSummary summary(ApplicationRow row, Locale locale) {
        return new ApplicationSummary(
                row.number().value(),
                row.roundCode().value(),
                row.programmeCode().value(),
                packs.programme(row.programmeCode()).names(),
                row.schoolName(),
                row.cityCode(),
                row.shown(),
                statusText(row.shown(), locale),
                row.statusSince(),
                next(row.next(currentActor.get(), clock.instant()), locale));
    }

    ApplicationView of(OpenedApplications.Opened opened, Locale locale) {
        var summary = summary(opened.row(), locale);
        var application = opened.application();
        return new ApplicationView(
                summary.number(),
                summary.round(),
                summary.programme(),
                summary.programmeName(),
                summary.school(),
                summary.cityCode(),
                summary.status(),
                summary.publicStatus(),
                summary.statusSince(),
                summary.next(),
                application.createdAt(),
                application.filingDueAt(),
                application.submittedAt(),
                application.decidedAt(),
                contents.versions(opened.number(), currentActor.get()).stream()
                        .map(VersionSummary::of)
                        .toList(),
                opened.isOwn()
                        ? Optional.of(
                                problems.of(application.problems(), Optional.of(contents.form(application)), locale))
                        : Optional.empty(),
                opened.isOwn() && application.returnedBy().isPresent()
                        ? corrections
                                .flatMap(known -> known.of(opened.number()))
                                .map(ApplicationViews::correction)
                        : Optional.empty());
    }

    VersionView version(OpenedApplications.Opened opened, int version) {
        var actor = currentActor.get();
        var found = contents.find(opened.number(), version, actor).orElseThrow(ApiProblem::notFound);
        return new VersionView(
                opened.number().value(),
                found.version(),
                found.signedByName(),
                found.signedAt(),
                found.sha256(),
                contents.answers(opened.number(), version, actor).orElseThrow(ApiProblem::notFound),
                found.materials().stream()
                        .map(material -> new VersionMaterial(
                                material.attachment(),
                                material.materialCode(),
                                material.fileName(),
                                material.size(),
                                material.sha256()))
                        .toList());
    }

    String statusText(ApplicationStatus status, Locale locale) {
        return messages.getMessage("portal.status." + status, null, locale);
    }

    private NextStepView next(NextStep next, Locale locale) {
        return new NextStepView(
                messages.getMessage(next.key(), null, locale),
                Optional.of(next.owner()).filter(owner -> !owner.isEmpty()),
                Optional.of(next.awaited()).filter(awaited -> awaited > 0),
                Optional.ofNullable(next.lastDay()),
                Optional.ofNullable(next.workdays()),
                next.mine());
    }

    private static CorrectionView correction(PendingCorrections.Correction correction) {
        return new CorrectionView(
                correction.by(),
                correction.version(),
                correction.opinion(),
                correction.items().stream()
                        .map(item -> new CorrectionItem(item.place(), item.requirement()))
                        .toList(),
                correction.requestedAt(),
                correction.dueAt());
    }
}
