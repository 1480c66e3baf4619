package org.chuyi.application.api;

import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.Applications;
import org.chuyi.application.ProjectApplication;
import org.chuyi.application.Reader;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.CurrentActor;
import org.springframework.stereotype.Component;

/** The application that a call names, if the caller may read it; whether another exists is not said. */
@Component
class OpenedApplications {

    private final Applications applications;
    private final ApplicationSearch search;
    private final CurrentActor currentActor;

    OpenedApplications(Applications applications, ApplicationSearch search, CurrentActor currentActor) {
        this.applications = applications;
        this.search = search;
        this.currentActor = currentActor;
    }

    record Opened(ProjectApplication application, ApplicationRow row) {

        ApplicationNumber number() {
            return application.number();
        }

        boolean isOwn() {
            return row.reader() == Reader.SCHOOL;
        }
    }

    Opened get(String number) {
        var actor = currentActor.get();
        return Optional.of(number)
                .filter(ApplicationNumber::isValid)
                .map(ApplicationNumber::new)
                .flatMap(valid -> applications.find(valid, actor))
                .flatMap(found -> search.row(found.number(), actor).map(row -> new Opened(found, row)))
                .orElseThrow(ApiProblem::notFound);
    }

    /** One of the caller's own school. */
    Opened own(String number) {
        return Optional.of(get(number)).filter(Opened::isOwn).orElseThrow(ApiProblem::notFound);
    }
}
