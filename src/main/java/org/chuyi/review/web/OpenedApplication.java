package org.chuyi.review.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.ApplicationVersion;
import org.chuyi.application.NextStep;
import org.chuyi.application.ProjectApplication;
import org.chuyi.application.Reader;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.Programme;

/**
 * An application in the hands of somebody who may read it.
 *
 * @param versions the frozen ones, the newest first
 * @param city whether a city or authority reviews on its way
 * @param selection whether a contest decides
 */
record OpenedApplication(
        ProjectApplication application,
        ApplicationRow row,
        Actor actor,
        Programme programme,
        String roundTitle,
        NextStep next,
        List<ApplicationVersion> versions,
        boolean city,
        boolean selection) {

    private static final Set<String> RANKING =
            Set.of("cityReview", "cityDecision", "rankingNeeded", "awaitRecommendation");

    public String number() {
        return application.number().value();
    }

    public Reader reader() {
        return row.reader();
    }

    public ApplicationStatus status() {
        return row.shown();
    }

    /** While its city ranks, the school is not shown that the review went well: the list decides. */
    boolean hides(String activity) {
        return reader() == Reader.SCHOOL
                && application.status() == ApplicationStatus.RECOMMENDATION
                && RANKING.contains(activity);
    }

    public boolean partners() {
        return programme.partners().isPresent();
    }

    /** While the school writes, its people see what they write. */
    public boolean hasDraft() {
        return reader() == Reader.SCHOOL
                && (application.status().isEditable()
                        || application.status() == ApplicationStatus.PARTNER_CONFIRMATION
                        || application.status() == ApplicationStatus.SCHOOL_SIGN_OFF
                        || application.currentVersion() == 0);
    }

    public boolean has(int version) {
        return version == 0 ? hasDraft() : frozen(version).isPresent();
    }

    public Optional<ApplicationVersion> frozen(int version) {
        return versions.stream().filter(each -> each.version() == version).findFirst();
    }

    /** What is shown unless another version is asked for; empty when there is nothing that this reader may see. */
    public Optional<Integer> defaultVersion() {
        if (hasDraft()) {
            return Optional.of(0);
        }
        return versions.stream().findFirst().map(ApplicationVersion::version);
    }
}
