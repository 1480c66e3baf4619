package org.chuyi.bench.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Region;
import org.chuyi.organisation.Regions;
import org.chuyi.organisation.Role;
import org.chuyi.selection.ContestSamples;
import org.chuyi.shared.Majors;
import org.chuyi.testing.People;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who hold a round: the five departments' officers, the leader, each bureau's reviewer, a pool of experts. */
public final class RoundPeople {

    public static final int EXPERTS = 60;

    /** Of the catalogue: those that the example applications name. */
    private static final int[] MAJORS = {0, 7, 14};

    private final Accounts accounts;
    private final Map<OrganisationId, Actor> officers;
    private final Map<OrganisationId, Actor> reviewers = new HashMap<>();
    private final Map<Long, Actor> experts;
    private final Actor officer;
    private final Actor leader;

    public RoundPeople(ApplicationContext beans) {
        var people = beans.getBean(People.class);
        var organisations = beans.getBean(Organisations.class);
        accounts = beans.getBean(Accounts.class);
        officers = List.of(Department.values()).stream()
                .map(people::provincialOfficer)
                .collect(Collectors.toMap(Actor::organisation, Function.identity()));
        var education = organisations.department(Department.EDUCATION);
        officer = officers.get(education.id());
        leader = people.in(education, Role.PROVINCIAL_LEADER);
        for (Region city : beans.getBean(Regions.class).cities()) {
            for (Organisation bureau : List.of(
                    organisations.cityEducationBureauOf(city.code().value()).orElseThrow(),
                    organisations.cityHrBureauOf(city.code().value()).orElseThrow())) {
                reviewers.put(bureau.id(), people.in(bureau, Role.REVIEWER));
            }
        }
        beans.getBean(JdbcClient.class)
                .sql("update account set must_change_password = false")
                .update();
        var samples = new ContestSamples(beans);
        samples.emptyPool();
        String[] majors = java.util.Arrays.stream(MAJORS)
                .mapToObj(at -> Majors.catalogue().all().get(at).code().value())
                .toArray(String[]::new);
        experts = samples.experts(EXPERTS, samples.institute(), majors).stream()
                .collect(Collectors.toMap(expert -> expert.account().value(), Function.identity()));
    }

    /** 教育厅's. */
    public Actor officer() {
        return officer;
    }

    Actor officerOf(long department) {
        return officers.get(new OrganisationId(department));
    }

    Actor leader() {
        return leader;
    }

    Actor reviewerOf(OrganisationId bureau) {
        return reviewers.get(bureau);
    }

    /** Of a school. */
    Actor actor(long account, long organisation) {
        return accounts.actor(new AccountId(account), new OrganisationId(organisation))
                .orElseThrow();
    }

    Actor expert(long account) {
        return experts.get(account);
    }
}
