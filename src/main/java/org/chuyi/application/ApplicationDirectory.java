package org.chuyi.application;

import java.util.List;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;
import org.springframework.stereotype.Component;

/** Applications for the system itself, which asks nobody's permission: delegates, timers, other modules' rules. */
@Component
public class ApplicationDirectory {

    private final ProjectApplications applications;

    ApplicationDirectory(ProjectApplications applications) {
        this.applications = applications;
    }

    /** Those that passed the formal check and wait for their contest, in order of number. */
    public List<InSelection> inSelection(RoundCode round) {
        return applications.inSelection(round);
    }

    /** Those of a round that its contest still has to wait for: under way, and not yet in it. */
    public List<ApplicationNumber> beforeSelection(RoundCode round) {
        return applications.beforeSelection(round);
    }

    /** @param version the frozen one that is judged */
    public record InSelection(
            ApplicationNumber number,
            ProgrammeCode programme,
            OrganisationId school,
            OrganisationKind kind,
            int version) {}

    public ProjectApplication get(ApplicationNumber number) {
        return applications.find(number).orElseThrow();
    }

    /** For a decision about it: nobody else can change it until the transaction ends. */
    public ProjectApplication hold(ApplicationNumber number) {
        return applications.lock(number);
    }
}
