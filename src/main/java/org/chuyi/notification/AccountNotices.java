package org.chuyi.notification;

import java.util.List;
import java.util.Map;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.AccountOpened;
import org.chuyi.organisation.PasswordReset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whose account the security administrator has opened or given a new password learns of it, and so of what she did not ask
 * for. The password is handed over by the administrator and never told here.
 */
@Component
class AccountNotices {

    private final Notifications notifications;

    AccountNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void on(AccountOpened opened) {
        tell(opened.account(), "accountCreated", opened.login());
    }

    @EventListener
    void on(PasswordReset reset) {
        tell(reset.account(), "passwordReset", reset.login());
    }

    private void tell(AccountId account, String template, String login) {
        notifications.tell(List.of(account), template, Map.of("login", login), "/account");
    }
}
