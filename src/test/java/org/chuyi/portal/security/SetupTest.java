package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Visitor.location;

import java.time.Duration;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SetupLinks;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** On a database of its own, in which there is no account yet. */
@IntegrationTest
@TestPropertySource(properties = "chuyi.data=target/test-data/setup-${random.uuid}")
class SetupTest {

    private static final String PASSWORD = "Correct-horse-7";

    @LocalServerPort
    int port;

    @Autowired
    SetupLinks links;

    @Autowired
    Accounts accounts;

    @Autowired
    MovableClock clock;

    @Test
    void linkMakesOneSecurityAdministratorWithinADay() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/setup/invented").statusCode()).isEqualTo(410);
        var old = links.issue().orElseThrow();
        clock.set(MovableClock.START.plus(Duration.ofHours(24)));
        assertThat(visitor.get("/setup/" + old).statusCode()).isEqualTo(410);

        var page = "/setup/" + links.issue().orElseThrow();
        var weak = visitor.post(page, page, "login", "first", "name", "郑洁", "password", "weak", "repeated", "weak");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("密码不少于 10 位");
        assertThat(accounts.find("first")).isEmpty();
        var other = new Visitor(port);
        assertThat(other.get(page).statusCode()).isEqualTo(200);
        var otherPage = "/setup/" + links.issue().orElseThrow();
        var made = visitor.post(page, page, "login", "first", "name", "郑洁", "password", PASSWORD, "repeated", PASSWORD);

        assertThat(location(made)).isEqualTo("/sign-in");
        var first = accounts.find("first").orElseThrow();
        assertThat(accounts.posts(first.id())).extracting(Post::role).containsExactly(Role.SECURITY_ADMINISTRATOR);
        assertThat(visitor.get(page).statusCode()).isEqualTo(410);
        assertThat(visitor.get(otherPage).statusCode()).isEqualTo(410);
        assertThat(links.issue()).isEmpty();
        assertThat(location(visitor.signIn("first", PASSWORD))).isEqualTo("/");
        var created = visitor.post(
                "/administration/new-account",
                "/administration/accounts",
                "login",
                "second",
                "name",
                "周敏",
                "email",
                "");
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body()).contains("一次性密码", "周敏");
        assertThat(visitor.get("/administration/accounts").body()).contains("郑洁", "周敏");
        var granted = visitor.post(
                "/administration/accounts/second",
                "/administration/accounts/second/posts",
                "organisation",
                "长沙市教育局",
                "role",
                "REVIEWER");
        assertThat(location(granted)).isEqualTo("/administration/accounts/second");
        assertThat(visitor.get("/administration/accounts/second").body()).contains("长沙市教育局", "市州审核");
        assertThat(visitor.get("/administration/organisations?organisation=%E5%A8%84%E5%BA%95")
                        .body())
                .contains("娄底市教育局")
                .doesNotContain("长沙");
    }
}
