package org.chuyi.application;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.chuyi.workflow.Cases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an application once others decide on it; called by the review in its transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ApplicationDecisions {

    private final ProjectApplications applications;
    private final Cases cases;

    ApplicationDecisions(ProjectApplications applications, Cases cases) {
        this.applications = applications;
        this.cases = cases;
    }

    /** It lies on a reviewer's desk now. */
    public void reach(ApplicationNumber number, ApplicationStatus review, Instant at) {
        change(number, application -> application.reach(review, at));
    }

    public void returnForCorrection(ApplicationNumber number, Instant due, Instant at) {
        change(number, application -> application.returnForCorrection(due, at));
    }

    public void backToCity(ApplicationNumber number, Instant at) {
        change(number, application -> application.backToCity(at));
    }

    public void backToFormalCheck(ApplicationNumber number, Instant at) {
        change(number, application -> application.backToFormalCheck(at));
    }

    /** @param due until when it has to leave the school again */
    public void backToSchool(ApplicationNumber number, Instant due, Instant at) {
        change(number, application -> application.backToSchool(due, at));
    }

    /** The city agrees; its ranked list decides. */
    public void awaitRecommendation(ApplicationNumber number, Instant at) {
        change(number, application -> application.awaitRecommendation(at));
    }

    /** The formal check is passed; the contest decides. */
    public void enterSelection(ApplicationNumber number, Instant at) {
        change(number, application -> application.enterSelection(at));
    }

    public void approve(ApplicationNumber number, Instant at) {
        change(number, application -> application.approve(at));
    }

    public void notRecommend(ApplicationNumber number, Instant at) {
        change(number, application -> application.notRecommend(at));
    }

    public void refuse(ApplicationNumber number, Instant at) {
        change(number, application -> application.refuse(at));
    }

    /** All results of a round at the same moment: two statements however many, those that withdrew stay withdrawn. */
    public void announce(List<ApplicationNumber> selected, List<ApplicationNumber> others, Instant at) {
        applications.announce(selected, ApplicationStatus.APPROVED, at);
        applications.announce(others, ApplicationStatus.NOT_SELECTED, at);
    }

    private void change(ApplicationNumber number, Consumer<ProjectApplication> transition) {
        var application = applications.lock(number);
        transition.accept(application);
        applications.save(application);
        if (application.status().isEnd()) {
            cases.ended(number.value(), application.status().name());
        }
    }
}
