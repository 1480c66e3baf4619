package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.application.LeadDepartment;
import org.springframework.stereotype.Component;

/** Candidate groups of what 教育厅 does in a round. Public, since the engine calls it from expressions. */
@Component("provincialPosts")
public class ProvincialPosts {

    private final LeadDepartment leadDepartment;

    ProvincialPosts(LeadDepartment leadDepartment) {
        this.leadDepartment = leadDepartment;
    }

    public String officers(DelegateExecution execution) {
        return leadDepartment.officers().group();
    }

    public String leaders(DelegateExecution execution) {
        return leadDepartment.leaders().group();
    }
}
