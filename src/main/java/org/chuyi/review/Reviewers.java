package org.chuyi.review;

import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.stereotype.Component;

/** Which post reviews an application, from what the route's decision table answered. */
@Component
public class Reviewers {

    private final ApplicationDirectory applications;
    private final Organisations organisations;

    Reviewers(ApplicationDirectory applications, Organisations organisations) {
        this.applications = applications;
        this.organisations = organisations;
    }

    /** @param kind as in {@code review-route.dmn}, other than DIRECT */
    public Post reviewerOf(ApplicationNumber number, String kind) {
        return new Post(organisation(number, kind), Role.REVIEWER);
    }

    /** @param department as in {@code provincial-department.dmn} */
    public Post provincialOfficers(Department department) {
        return new Post(organisations.department(department).id(), Role.PROVINCIAL_OFFICER);
    }

    private OrganisationId organisation(ApplicationNumber number, String kind) {
        var application = applications.get(number);
        return switch (kind) {
            case "CITY_EDUCATION_BUREAU" ->
                organisations
                        .cityEducationBureauOf(application.cityCode())
                        .orElseThrow()
                        .id();
            case "CITY_HR_BUREAU" ->
                organisations
                        .cityHrBureauOf(application.cityCode())
                        .orElseThrow()
                        .id();
            case "SUPERVISING_AUTHORITY" ->
                organisations.get(application.school()).supervisedBy().orElseThrow();
            default -> throw new IllegalArgumentException("No reviewer for " + kind);
        };
    }
}
