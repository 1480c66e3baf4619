package org.chuyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.organisation.AccountProblem.ADMINISTRATORS_ARE_SEPARATE;
import static org.chuyi.organisation.AccountProblem.LOGIN_MALFORMED;
import static org.chuyi.organisation.AccountProblem.LOGIN_TAKEN;
import static org.chuyi.organisation.AccountProblem.NAME_MISSING;
import static org.chuyi.organisation.AccountProblem.NOT_TO_ONESELF;
import static org.chuyi.organisation.AccountProblem.PASSWORD_CONTAINS_LOGIN;
import static org.chuyi.organisation.AccountProblem.PASSWORD_TOO_SHORT;
import static org.chuyi.organisation.AccountProblem.PASSWORD_TOO_SIMPLE;
import static org.chuyi.organisation.AccountProblem.PASSWORD_USED_BEFORE;
import static org.chuyi.organisation.AccountProblem.PASSWORD_WRONG;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuyi.organisation.AccountResult.Done;
import org.chuyi.organisation.AccountResult.Refused;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AccountsTest {

    private static final String FIRST = "Correct-horse-0";

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    String login;
    AccountId she;
    OrganisationId department;

    @BeforeEach
    void account() {
        login = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        she = ((Done) accounts.create(new NewAccount(login, "测试员", Optional.empty()), FIRST)).account();
        department = organisations.department(Department.EDUCATION).id();
    }

    @Test
    void passwordIsKeptAsArgon2idAlone() {
        var hash = jdbc.sql("select password_hash from account where id = :id")
                .param("id", she.value())
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(FIRST);
    }

    @Test
    void accountIsRefusedForWhatIsWrongWithIt() {
        assertThat(accounts.create(new NewAccount("9x", " ", Optional.empty()), "short"))
                .isEqualTo(
                        new Refused(List.of(LOGIN_MALFORMED, NAME_MISSING, PASSWORD_TOO_SHORT, PASSWORD_TOO_SIMPLE)));
        assertThat(accounts.create(new NewAccount(login.toUpperCase(), "另一人", Optional.empty()), FIRST))
                .isEqualTo(new Refused(List.of(LOGIN_TAKEN)));
    }

    @Test
    void passwordHasThreeKindsOfCharactersAndNotTheLogin() {
        assertThat(accounts.changePassword(she, FIRST, "onlylettersandUPPER"))
                .isEqualTo(new Refused(List.of(PASSWORD_TOO_SIMPLE)));
        assertThat(accounts.changePassword(she, FIRST, "X-" + login.toUpperCase() + "-9a"))
                .isEqualTo(new Refused(List.of(PASSWORD_CONTAINS_LOGIN)));
        assertThat(accounts.changePassword(she, "Not-the-one-1", "Correct-horse-1"))
                .isEqualTo(new Refused(List.of(PASSWORD_WRONG)));
    }

    @Test
    void noneOfTheLastFivePasswordsComesBackButTheSixthDoes() {
        for (int next = 1; next <= 4; next++) {
            change(next);
        }
        assertThat(accounts.changePassword(she, "Correct-horse-4", FIRST))
                .isEqualTo(new Refused(List.of(PASSWORD_USED_BEFORE)));
        change(5);
        assertThat(accounts.changePassword(she, "Correct-horse-5", FIRST)).isEqualTo(new Done(she));
    }

    @Test
    void threeAdministratorsAreThreePeople() {
        var other = administrator();
        assertThat(accounts.grant(she, new Post(department, Role.AUDITOR), other))
                .isEqualTo(new Done(she));
        assertThat(accounts.grant(she, new Post(department, Role.SYSTEM_ADMINISTRATOR), other))
                .isEqualTo(new Refused(List.of(ADMINISTRATORS_ARE_SEPARATE)));
        var finance = organisations.department(Department.FINANCE).id();
        assertThat(accounts.appoint(she, new Post(finance, Role.SECURITY_ADMINISTRATOR)))
                .isEqualTo(new Refused(List.of(ADMINISTRATORS_ARE_SEPARATE)));
        assertThat(accounts.posts(she)).containsExactly(new Post(department, Role.AUDITOR));
    }

    @Test
    void administratorChangesNothingAboutHerself() {
        var herself = administrator();
        var post = new Post(department, Role.PROVINCIAL_LEADER);

        assertThat(accounts.grant(herself.account(), post, herself)).isEqualTo(new Refused(List.of(NOT_TO_ONESELF)));
        assertThat(accounts.revoke(herself.account(), new Post(department, Role.SECURITY_ADMINISTRATOR), herself))
                .isEqualTo(new Refused(List.of(NOT_TO_ONESELF)));
        assertThat(accounts.disable(herself.account(), herself)).isEqualTo(new Refused(List.of(NOT_TO_ONESELF)));
        assertThat(accounts.resetPassword(herself.account(), herself).result())
                .isEqualTo(new Refused(List.of(NOT_TO_ONESELF)));
    }

    @Test
    void everyChangeIsRecorded() {
        var other = administrator();
        var post = new Post(department, Role.PROVINCIAL_OFFICER);
        accounts.grant(she, post, other);
        accounts.revoke(she, post, other);
        accounts.resetPassword(she, other);
        accounts.disable(she, other);
        accounts.enable(she);
        accounts.unlock(she);

        assertThat(jdbc.sql("select action from audit_line where subject = :login order by number")
                        .param("login", login)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "account.created",
                        "account.postGranted",
                        "account.postRevoked",
                        "account.passwordReset",
                        "account.disabled",
                        "account.enabled",
                        "account.unlocked");
    }

    @Test
    void listIsSearchedByLoginNameAndOrganisationAndPaged() {
        accounts.appoint(she, new Post(department, Role.PROVINCIAL_OFFICER));

        assertThat(accounts.search(login, "", 10)).extracting(Account::login).containsExactly(login);
        assertThat(accounts.search("湖南省教育厅", login.substring(0, 12), 1000))
                .extracting(Account::login)
                .contains(login);
        assertThat(accounts.search(login, login, 10)).isEmpty();
        assertThat(accounts.search("%", "", 10)).isEmpty();
    }

    private Actor administrator() {
        var name = "a" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var id = ((Done) accounts.create(new NewAccount(name, "管理员", Optional.empty()), FIRST)).account();
        accounts.appoint(id, new Post(department, Role.SECURITY_ADMINISTRATOR));
        return accounts.actor(id, department).orElseThrow();
    }

    private void change(int next) {
        assertThat(accounts.changePassword(she, "Correct-horse-" + (next - 1), "Correct-horse-" + next))
                .isEqualTo(new Done(she));
    }
}
