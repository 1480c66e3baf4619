package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Visitor.location;

import java.time.Duration;
import java.util.List;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@Import(PeopleWhoSignIn.class)
class SignInTest {

    private static final String WRONG = "Wrong-horse-99";

    @LocalServerPort
    int port;

    @Autowired
    PeopleWhoSignIn people;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Visitor visitor;

    @BeforeEach
    void visitor() {
        visitor = new Visitor(port);
    }

    @AfterEach
    void timeAsItWas() {
        clock.set(MovableClock.START);
    }

    @Test
    void personWithPostSignsInAndOut() {
        var reviewer = people.reviewer();

        var signedIn = visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(location(signedIn)).isEqualTo("/");
        assertThat(visitor.get("/account").body())
                .contains(reviewer.name(), reviewer.organisationName(), reviewer.login());
        var left = visitor.post("/account", "/sign-out");
        assertThat(location(left)).isEqualTo("/sign-in");
        assertThat(location(visitor.get("/account", "Accept", "text/html"))).isEqualTo("/sign-in");
        assertThat(actionsOn(reviewer.login())).contains("account.signedIn", "account.signedOut");
    }

    @Test
    void signInLeadsBackToThePageThatWasAskedFor() {
        var reviewer = people.reviewer();
        visitor.get("/account", "Accept", "text/html");

        assertThat(location(visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD)))
                .isEqualTo("/account");
    }

    @Test
    void sessionIsAnotherOneAfterSignInAndKeptInTheDatabase() {
        var reviewer = people.reviewer();
        visitor.get("/sign-in");
        var before = visitor.session();

        visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);

        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(sessionsOf(reviewer.login())).isEqualTo(1);
        assertThat(jdbc.sql("select max(max_inactive_interval) from spring_session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(Math.toIntExact(Duration.ofMinutes(31).toSeconds()));
    }

    @Test
    void unknownLoginAndWrongPasswordCannotBeToldApart() {
        var reviewer = people.reviewer();
        var known = visitor.signIn(reviewer.login(), WRONG);
        var unknown = new Visitor(port).signIn("nobody.here", WRONG);

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(302);
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(known.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/sign-in?failed"));
        assertThat(body("/sign-in?failed")).isEqualTo(body("/sign-in?failed")).doesNotContain(reviewer.login());
    }

    @Test
    void whatWasTypedForAnUnknownLoginIsNotRecorded() {
        visitor.signIn("My-Secret-2026-in-the-wrong-field", WRONG);

        assertThat(jdbc.sql(
                                "select count(*) from audit_line where subject ilike '%secret%' or details::text ilike '%secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void fiveFailuresLockTheAccountForFifteenMinutes() {
        var login = people.reviewer().login();
        for (int failure = 0; failure < 5; failure++) {
            visitor.signIn(login, WRONG);
        }
        assertThat(isIn(visitor.signIn(login, PeopleWhoSignIn.PASSWORD))).isFalse();
        clock.set(MovableClock.START.plus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(isIn(visitor.signIn(login, PeopleWhoSignIn.PASSWORD))).isFalse();
        clock.set(MovableClock.START.plus(Duration.ofMinutes(15)));
        assertThat(isIn(visitor.signIn(login, PeopleWhoSignIn.PASSWORD))).isTrue();
        assertThat(actionsOn(login)).contains("account.locked");
    }

    @Test
    void wrongPresentPasswordsCountForTheLockoutToo() {
        var login = people.reviewer().login();
        visitor.signIn(login, PeopleWhoSignIn.PASSWORD);
        for (int failure = 0; failure < 4; failure++) {
            assertThat(changePassword(WRONG, "Another-horse-8").body()).contains("当前密码不正确");
        }
        assertThat(isIn(new Visitor(port).signIn(login, WRONG))).isFalse();

        var locked = changePassword(PeopleWhoSignIn.PASSWORD, "Another-horse-8");

        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(locked.body()).contains("密码连续输错 5 次，账号已锁定 15 分钟").doesNotContain("当前密码不正确");
        assertThat(isIn(new Visitor(port).signIn(login, PeopleWhoSignIn.PASSWORD)))
                .isFalse();
        assertThat(actionsOn(login)).contains("account.locked").doesNotContain("account.passwordChanged");
        clock.set(MovableClock.START.plus(Duration.ofMinutes(15)));
        assertThat(location(changePassword(PeopleWhoSignIn.PASSWORD, "Another-horse-8")))
                .isEqualTo("/account");
    }

    @Test
    void wrongPasswordsOnThePageOfALockedAccountDoNotProlongTheLock() {
        var login = people.reviewer().login();
        visitor.signIn(login, PeopleWhoSignIn.PASSWORD);
        for (int failure = 0; failure < 5; failure++) {
            changePassword(WRONG, "Another-horse-8");
        }
        clock.set(MovableClock.START.plus(Duration.ofMinutes(14)));
        for (int failure = 0; failure < 5; failure++) {
            changePassword(WRONG, "Another-horse-8");
        }
        clock.set(MovableClock.START.plus(Duration.ofMinutes(15)));

        assertThat(isIn(new Visitor(port).signIn(login, PeopleWhoSignIn.PASSWORD)))
                .isTrue();
    }

    @Test
    void signInSpeaksTheLanguageOfTheAccountWhoeverUsedTheBrowserBefore() {
        var english = people.reviewer();
        accounts.speak(english.account(), "en");
        var chinese = people.reviewer();

        visitor.signIn(english.login(), PeopleWhoSignIn.PASSWORD);
        assertThat(visitor.get("/account").body()).contains("lang=\"en\"");
        visitor.post("/account", "/sign-out");
        visitor.signIn(chinese.login(), PeopleWhoSignIn.PASSWORD);

        assertThat(visitor.get("/account").body())
                .contains("<html", "lang=\"zh-CN\"")
                .contains("我的账号");
    }

    @Test
    void languageChosenOnThePageIsTheAccountsFromThenOn() {
        var reviewer = people.reviewer();
        visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);
        visitor.get("/account?lang=en");
        assertThat(accounts.find(reviewer.account()).orElseThrow().language()).isEqualTo("en");

        var elsewhere = new Visitor(port);
        elsewhere.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);

        assertThat(elsewhere.get("/account").body()).contains("My account").doesNotContain("我的账号");
    }

    @Test
    void languageChosenOnTheSignInPageIsTheAccountsFromThenOn() {
        var reviewer = people.reviewer();
        visitor.get("/sign-in");
        visitor.get("/sign-in?lang=en");

        visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);

        assertThat(visitor.get("/account").body()).contains("My account").doesNotContain("我的账号");
        assertThat(accounts.find(reviewer.account()).orElseThrow().language()).isEqualTo("en");
    }

    @Test
    void fourFailuresDoNotLock() {
        var login = people.reviewer().login();
        for (int failure = 0; failure < 4; failure++) {
            visitor.signIn(login, WRONG);
        }
        assertThat(isIn(visitor.signIn(login, PeopleWhoSignIn.PASSWORD))).isTrue();
    }

    @Test
    void firstPasswordOpensNothingButThePageToChangeIt() {
        var login = people.freshAccount();

        visitor.signIn(login, PeopleWhoSignIn.PASSWORD);

        assertThat(location(visitor.get("/account"))).isEqualTo("/account/password");
        assertThat(location(visitor.get("/camunda/app/tasklist/default/"))).isEqualTo("/account/password");
        assertThat(visitor.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(403);
        var same = changePassword(PeopleWhoSignIn.PASSWORD, PeopleWhoSignIn.PASSWORD);
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("密码不得与最近 5 次使用的密码相同");
        assertThat(location(changePassword(PeopleWhoSignIn.PASSWORD, "Another-horse-8")))
                .isEqualTo("/account");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        assertThat(isIn(new Visitor(port).signIn(login, PeopleWhoSignIn.PASSWORD)))
                .isFalse();
        assertThat(isIn(new Visitor(port).signIn(login, "Another-horse-8"))).isTrue();
    }

    @Test
    void changedPasswordEndsTheOtherSessions() {
        var login = people.reviewer().login();
        var elsewhere = new Visitor(port);
        elsewhere.signIn(login, PeopleWhoSignIn.PASSWORD);
        visitor.signIn(login, PeopleWhoSignIn.PASSWORD);

        changePassword(PeopleWhoSignIn.PASSWORD, "Another-horse-8");

        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void lostPostEndsTheSession() {
        var reviewer = people.reviewer();
        visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);

        accounts.revoke(
                reviewer.account(),
                new Post(reviewer.organisation(), Role.REVIEWER),
                people.with(Role.SECURITY_ADMINISTRATOR));

        assertThat(location(visitor.get("/account"))).isEqualTo("/sign-in");
        assertThat(isIn(visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD)))
                .isFalse();
    }

    @Test
    void disabledAccountCannotSignIn() {
        var reviewer = people.reviewer();
        accounts.disable(reviewer.account(), people.with(Role.SECURITY_ADMINISTRATOR));

        assertThat(isIn(visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD)))
                .isFalse();
    }

    @Test
    void personWithPostsInTwoOrganisationsSaysForWhichSheActs() {
        var many = people.inTwoOrganisations();
        var company = organisations.get(many.get(1).organisation());
        visitor.signIn(many.get(0).login(), PeopleWhoSignIn.PASSWORD);

        assertThat(location(visitor.get("/account"))).isEqualTo("/acting");
        var before = visitor.session();
        var chosen =
                visitor.post("/acting", "/acting", "organisation", company.id().toString());

        assertThat(location(chosen)).isEqualTo("/");
        assertThat(visitor.session()).isNotEqualTo(before);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        assertThat(actionsOn(many.get(0).login())).contains("account.actsFor");
        var foreign = organisations.department(Department.FINANCE);
        assertThat(visitor.post(
                                "/acting",
                                "/acting",
                                "organisation",
                                foreign.id().toString())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void postWithoutCsrfTokenIsRefused() {
        var login = people.reviewer().login();
        assertThat(visitor.postWithoutCsrf("/sign-in", "login", login, "password", PeopleWhoSignIn.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        visitor.signIn(login, PeopleWhoSignIn.PASSWORD);
        assertThat(visitor.postWithoutCsrf("/account/language", "language", "en")
                        .statusCode())
                .isEqualTo(403);
        assertThat(accounts.find(login).orElseThrow().language()).isEqualTo("zh-CN");
    }

    @Test
    void pagesSayWhatABrowserMayDoWithThem() {
        var headers = visitor.get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                        + " object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void addressThatIsNoneIsNotFoundForAnybody() {
        assertThat(visitor.get("/no-such-page").statusCode()).isEqualTo(404);
        visitor.signIn(people.reviewer().login(), PeopleWhoSignIn.PASSWORD);
        assertThat(visitor.get("/no-such-page").statusCode()).isEqualTo(404);
    }

    private java.net.http.HttpResponse<String> changePassword(String present, String wanted) {
        return visitor.post(
                "/account/password", "/account/password", "present", present, "wanted", wanted, "repeated", wanted);
    }

    /** Without what differs in every answer: tokens and the clock. */
    private String body(String path) {
        return new Visitor(port)
                .get(path)
                .body()
                .replaceAll("(value|content)=\"[A-Za-z0-9_-]{60,}\"", "")
                .replaceAll("datetime=\"[^\"]*\"", "");
    }

    private static boolean isIn(java.net.http.HttpResponse<?> response) {
        return location(response).equals("/");
    }

    private int sessionsOf(String login) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :login")
                .param("login", login)
                .query(Integer.class)
                .single();
    }

    private List<String> actionsOn(String login) {
        return jdbc.sql("select action from audit_line where subject = :login order by number")
                .param("login", login)
                .query(String.class)
                .list();
    }
}
