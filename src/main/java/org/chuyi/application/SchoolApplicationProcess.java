package org.chuyi.application;

import java.util.Map;
import org.chuyi.organisation.Organisation;
import org.chuyi.programme.Programme;
import org.chuyi.programme.RoundProgramme;

/** Names of {@code school-application.bpmn}. */
public final class SchoolApplicationProcess {

    public static final String KEY = "schoolApplication";

    public static final String FILL_IN_APPLICATION = "fillInApplication";
    public static final String CONFIRM_PARTNERSHIP = "confirmPartnership";
    public static final String SCHOOL_SIGN_OFF = "schoolSignOff";
    public static final String CITY_REVIEW = "cityReview";
    public static final String FORMAL_CHECK = "formalCheck";

    /** Where an approved application waits for the contest. */
    public static final String AWAIT_SELECTION = "awaitSelection";

    public static final String FILING_DEADLINE = "filingDeadline";

    public static final String RECOMMENDATION_SETTLED = "application.recommendationSettled";
    public static final String SELECTION_ANNOUNCED = "application.selectionAnnounced";
    public static final String WITHDRAWN = "application.withdrawn";
    public static final String APPLICATION_INVALID = "applicationInvalid";

    /** Who decides: {@code selection} (a contest) or {@code approval} (the formal check). */
    public static final String COMPETITION = "competition";

    /** What the recommending body's list says: {@code listed} or {@code notListed}. */
    public static final String RECOMMENDATION = "recommendation";

    /** What the announcement says: {@code selected} or {@code notSelected}. */
    public static final String SELECTION = "selection";

    /** Who sent the application back: {@code none}, {@code city} or {@code province}. */
    public static final String RETURNED_BY = "returnedBy";

    /** What the decision table answered: {@code DIRECT} or the kind of reviewer. */
    public static final String REVIEWER = "reviewer";

    /** What the decision table answered: the {@code Department} that does the formal check. */
    public static final String PROVINCIAL_DEPARTMENT = "provincialDepartment";

    private SchoolApplicationProcess() {}

    static Map<String, Object> variables(Programme programme, RoundProgramme offer, Organisation school) {
        return Map.of(
                "applicationForm",
                "application-" + programme.code().value(),
                "programmeRoute",
                programme.route().name(),
                "applicantKind",
                school.kind().name(),
                "supervised",
                school.supervisedBy().isPresent(),
                COMPETITION,
                offer.competitive() ? "selection" : "approval",
                RETURNED_BY,
                "none");
    }
}
