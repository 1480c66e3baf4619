package org.chuyi.application.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Filing;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.stereotype.Component;

/** The partners that have to confirm, as candidate groups: one task each. Public, since the engine calls it from expressions. */
@Component("partnerGroups")
public class PartnerGroups {

    private final Filing filing;

    PartnerGroups(Filing filing) {
        this.filing = filing;
    }

    public List<String> toAsk(DelegateExecution execution) {
        return filing.partnersToAsk(new ApplicationNumber(execution.getProcessBusinessKey())).stream()
                .map(partner -> new Post(partner, Role.APPLICANT).group())
                .toList();
    }
}
