package org.chuyi.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;

/**
 * An application in a list.
 *
 * @param status as stored; show {@link #shown()}
 * @param filingDueAt until when it must leave the school, exclusive
 * @param openTasks how many are open, several only while partners confirm
 * @param taskOwners the organisations whose they are
 * @param taskOwner the first one's name
 */
public record ApplicationRow(
        ApplicationNumber number,
        RoundCode roundCode,
        ProgrammeCode programmeCode,
        OrganisationId school,
        String schoolName,
        String cityCode,
        ApplicationStatus status,
        int currentVersion,
        Instant filingDueAt,
        Instant statusSince,
        int openTasks,
        List<OrganisationId> taskOwners,
        Optional<String> taskOwner,
        Optional<Instant> taskDueAt,
        Reader reader) {

    public ApplicationStatus shown() {
        return PublicStatus.of(status, currentVersion > 0, reader);
    }

    public NextStep next(Actor actor, Instant now) {
        return NextStep.of(this, actor, now);
    }

    boolean taskIsWith(Actor actor) {
        return taskOwners.contains(actor.organisation());
    }
}
