package org.chuyi.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.shared.SocialCreditCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes people for tests: a new account each time, with one post. */
@TestComponent
public class People {

    public static final String PASSWORD = "Correct-horse-7";

    public static final String CHANGSHA = "430100";
    public static final String ZHUZHOU = "430200";
    public static final String LOUDI = "431300";

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    private final Accounts accounts;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    People(Accounts accounts, Organisations organisations, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organisations = organisations;
    }

    public Actor in(Organisation organisation, Role role) {
        String login = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var created = accounts.create(new NewAccount(login, "测试" + role.ordinal(), Optional.empty()), PASSWORD);
        if (!(created instanceof AccountResult.Done)) {
            throw new IllegalStateException("No account: " + created);
        }
        Account account = accounts.find(login).orElseThrow();
        accounts.appoint(account.id(), new Post(organisation.id(), role));
        return accounts.actor(account.id(), organisation.id()).orElseThrow();
    }

    /** A request of that person, signed in. */
    public static RequestPostProcessor as(Actor actor) {
        return authentication(CurrentActor.authentication(new SignedIn(actor, false, false)));
    }

    public Actor applicantOf(String school) {
        return in(organisation(school), Role.APPLICANT);
    }

    public Actor leaderOf(String school) {
        return in(organisation(school), Role.SCHOOL_LEADER);
    }

    public Actor cityReviewer(String cityCode) {
        return in(organisations.cityEducationBureauOf(cityCode).orElseThrow(), Role.REVIEWER);
    }

    /** Who is above the reviewers of the city's education bureau. */
    public Actor bureauLeader(String cityCode) {
        return in(organisations.cityEducationBureauOf(cityCode).orElseThrow(), Role.BUREAU_LEADER);
    }

    public Actor humanResourcesReviewer(String cityCode) {
        return in(organisations.cityHrBureauOf(cityCode).orElseThrow(), Role.REVIEWER);
    }

    public Actor provincialOfficer() {
        return provincialOfficer(Department.EDUCATION);
    }

    public Actor provincialOfficer(Department department) {
        return in(organisations.department(department), Role.PROVINCIAL_OFFICER);
    }

    public Organisation organisation(String name) {
        return organisations.byName(name).orElseThrow();
    }

    /** A company of its own, registered in Changsha with a code that passes its check. */
    public Organisation company(String name) {
        return inChangsha("COMPANY", name);
    }

    public Organisation technicianCollege(String name) {
        return inChangsha("TECHNICIAN_COLLEGE", name);
    }

    private Organisation inChangsha(String kind, String name) {
        var code = SocialCreditCode.ofBody("91430100MA%07d".formatted(COMPANIES.incrementAndGet()));
        jdbc.sql("""
                        insert into organisation (kind, name, region_code, city_code, social_credit_code)
                        values (:kind, :name, '430100', '430100', :code)""")
                .param("kind", kind)
                .param("name", name)
                .param("code", code.value())
                .update();
        return organisation(name);
    }
}
