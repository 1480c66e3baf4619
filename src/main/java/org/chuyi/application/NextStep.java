package org.chuyi.application;

import java.time.Instant;
import java.time.LocalDate;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;

/**
 * What happens next to an application, as a reader is told.
 *
 * @param key message key
 * @param owner the organisation that has to act, never a person; empty when nothing is left to do
 * @param awaited how many partners have not answered; 0 at other steps
 * @param lastDay until when, or null
 * @param workdays left until then, or null
 * @param mine whether the reader herself has to act
 */
public record NextStep(String key, String owner, int awaited, LocalDate lastDay, Integer workdays, boolean mine) {

    static NextStep of(ApplicationRow row, Actor actor, Instant now) {
        ApplicationStatus shown = row.shown();
        String key = "application.next." + shown.name();
        if (shown.isEnd()) {
            return new NextStep(key, "", 0, null, null, false);
        }
        Instant due = shown.isUnderReview() ? row.taskDueAt().orElse(null) : row.filingDueAt();
        boolean partners = shown == ApplicationStatus.PARTNER_CONFIRMATION;
        String owner = shown.isUnderReview() || partners ? row.taskOwner().orElse("") : row.schoolName();
        return new NextStep(
                key,
                owner,
                partners ? row.openTasks() : 0,
                due == null ? null : WorkCalendar.lastDayBefore(due),
                due == null ? null : WorkCalendar.stateCouncil().workdaysLeft(now, due),
                isHers(row, actor));
    }

    private static boolean isHers(ApplicationRow row, Actor actor) {
        return switch (row.status()) {
            case DRAFT, RETURNED -> row.reader() == Reader.SCHOOL && actor.is(Role.APPLICANT);
            case SCHOOL_SIGN_OFF -> row.reader() == Reader.SCHOOL && actor.is(Role.SCHOOL_LEADER);
            case PARTNER_CONFIRMATION -> row.reader() == Reader.PARTNER && row.taskIsWith(actor);
            case CITY_REVIEW -> actor.is(Role.REVIEWER) && row.taskIsWith(actor);
            case FORMAL_CHECK -> actor.is(Role.PROVINCIAL_OFFICER) && row.taskIsWith(actor);
            default -> false;
        };
    }
}
