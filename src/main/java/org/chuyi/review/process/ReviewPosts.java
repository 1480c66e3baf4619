package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.Department;
import org.chuyi.review.Reviewers;
import org.springframework.stereotype.Component;

/** Candidate groups of the reviews. Public, since the engine calls it from expressions. */
@Component("reviewPosts")
public class ReviewPosts {

    private final Reviewers reviewers;

    ReviewPosts(Reviewers reviewers) {
        this.reviewers = reviewers;
    }

    public String reviewer(DelegateExecution execution) {
        return reviewers
                .reviewerOf(new ApplicationNumber(execution.getProcessBusinessKey()), (String)
                        execution.getVariable(SchoolApplicationProcess.REVIEWER))
                .group();
    }

    public String province(DelegateExecution execution) {
        return reviewers
                .provincialOfficers(Department.valueOf(
                        (String) execution.getVariable(SchoolApplicationProcess.PROVINCIAL_DEPARTMENT)))
                .group();
    }
}
