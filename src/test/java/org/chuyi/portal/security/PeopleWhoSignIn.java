package org.chuyi.portal.security;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.OrganisationSearch;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New people for each test, past their first password. */
@TestComponent
public class PeopleWhoSignIn {

    public static final String PASSWORD = "Correct-horse-7";

    private final Accounts accounts;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    PeopleWhoSignIn(Accounts accounts, Organisations organisations, JdbcClient jdbc) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /** With the role, for an organisation that fits it. */
    public Actor with(Role role) {
        return of(role, 0);
    }

    public Actor reviewer() {
        return with(Role.REVIEWER);
    }

    /** The same role for another organisation of the kind. */
    public Actor reviewerElsewhere() {
        return of(Role.REVIEWER, 1);
    }

    /** With a first password that has to be changed. */
    public String freshAccount() {
        var login = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var id = ((AccountResult.Done) accounts.create(new NewAccount(login, "测试员", Optional.empty()), PASSWORD))
                .account();
        accounts.appoint(id, new Post(organisation(OrganisationKind.CITY_EDUCATION_BUREAU, 0), Role.REVIEWER));
        return login;
    }

    /** One account: the first as of a college, the second as of another. */
    public List<Actor> inTwoOrganisations() {
        var first = with(Role.APPLICANT);
        var other = organisation(OrganisationKind.HIGHER_COLLEGE, 1);
        accounts.appoint(first.account(), new Post(other, Role.APPLICANT));
        return List.of(first, accounts.actor(first.account(), other).orElseThrow());
    }

    private Actor of(Role role, int place) {
        var organisation = organisation(kindFor(role), place);
        var id = account();
        accounts.appoint(id, new Post(organisation, role));
        return accounts.actor(id, organisation).orElseThrow();
    }

    private AccountId account() {
        var login = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var id = ((AccountResult.Done) accounts.create(new NewAccount(login, "测试员", Optional.empty()), PASSWORD))
                .account();
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", id.value())
                .update();
        return id;
    }

    private org.chuyi.organisation.OrganisationId organisation(OrganisationKind kind, int place) {
        return organisations
                .search(OrganisationSearch.any().of(kind))
                .rows()
                .get(place)
                .id();
    }

    private static OrganisationKind kindFor(Role role) {
        return switch (role) {
            case APPLICANT, SCHOOL_LEADER, EXPERT -> OrganisationKind.HIGHER_COLLEGE;
            case REVIEWER -> OrganisationKind.CITY_EDUCATION_BUREAU;
            default -> OrganisationKind.PROVINCIAL_DEPARTMENT;
        };
    }
}
