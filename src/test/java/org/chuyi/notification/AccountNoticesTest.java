package org.chuyi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.AccountProblem;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.AccountResult.Done;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.Role;
import org.chuyi.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person hears of her own account, by mail: before she has signed in there is nowhere else to look. */
class AccountNoticesTest extends NoticesScene {

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    private final String login =
            "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final NewAccount wanted = new NewAccount(login, "王芳", Optional.of(login + "@example.org"));

    @Test
    void whoseAccountIsOpenedLearnsHerNameForTheSignInAndNoPassword() throws Exception {
        var handover = accounts.createWithOneTimePassword(wanted);

        settle();

        assertThat(mails(login + "@example.org")).hasSize(1);
        var letter = mails(login + "@example.org").get(0);
        assertThat(subject(letter)).isEqualTo("【楚怡】您的账号已开通");
        assertThat(bodies(letter)).contains("用户名为 " + login).doesNotContain(handover.oneTimePassword());
    }

    @Test
    void whosePasswordIsResetIsWarnedAndNotToldTheNewOne() throws Exception {
        AccountId she = ((Done) accounts.create(wanted, People.PASSWORD)).account();
        var security = people.in(people.organisation("湖南省教育厅"), Role.SECURITY_ADMINISTRATOR);

        var handover = accounts.resetPassword(she, security);
        settle();

        assertThat(mails(login + "@example.org"))
                .extracting(NoticesScene::subject)
                .containsExactly("【楚怡】您的密码已重置");
        assertThat(bodies(mails(login + "@example.org").get(0)))
                .contains("立即联系安全管理员")
                .doesNotContain(handover.oneTimePassword());
    }

    @Test
    void nobodyIsToldOfWhatWasRefused() {
        accounts.create(wanted, People.PASSWORD);

        assertThat(accounts.createWithOneTimePassword(wanted).result())
                .isEqualTo(AccountResult.refused(AccountProblem.LOGIN_TAKEN));
        settle();

        assertThat(mails(login + "@example.org")).isEmpty();
    }
}
