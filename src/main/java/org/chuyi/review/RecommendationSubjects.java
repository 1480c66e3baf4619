package org.chuyi.review;

import org.chuyi.organisation.Organisations;
import org.chuyi.workflow.CaseSubjects;
import org.springframework.stereotype.Component;

/** What the inbox says about a list: the body's, of no single programme. */
@Component
class RecommendationSubjects implements CaseSubjects {

    private final Organisations organisations;

    RecommendationSubjects(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String processKey() {
        return RecommendationProcess.KEY;
    }

    @Override
    public Subject subjectOf(String businessKey) {
        var key = RecommendationKey.of(businessKey);
        var body = organisations.get(key.body());
        return new Subject(body.name() + " · 推荐名单", "", key.round().value(), body.id(), body.cityCode());
    }
}
