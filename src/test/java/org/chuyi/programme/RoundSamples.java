package org.chuyi.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Role;

/** Rounds and officers that the tests of this module start from. */
public final class RoundSamples {

    public static final ProgrammeCode SPECIALTY_GROUP = new ProgrammeCode("specialty-group");

    private RoundSamples() {}

    public static Actor officerOf(String department) {
        return actor(department, Role.PROVINCIAL_OFFICER);
    }

    public static Actor officer() {
        return officerOf("湖南省教育厅");
    }

    public static Actor actor(String organisation, Role role) {
        return new Actor(
                new AccountId(1),
                "officer",
                "陈处长",
                new OrganisationId(1),
                organisation,
                OrganisationKind.PROVINCIAL_DEPARTMENT,
                "430000",
                Set.of(role));
    }

    public static RoundContent content(LocalDate opensOn, LocalDate closesOn) {
        return new RoundContent(
                new BilingualText("年度申报通知", "Annual call"),
                new BilingualText("请按时申报。", "Please file in time."),
                new RoundWindow(opensOn, closesOn),
                List.of(specialtyGroup()));
    }

    public static RoundProgramme specialtyGroup() {
        return new RoundProgramme(
                SPECIALTY_GROUP, 220, 1, false, Map.of("430100", 2, "430200", 1), new StepWorkdays(3, 10, 8, 5));
    }
}
