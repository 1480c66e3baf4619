package org.chuyi.portal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.chuyi.organisation.DemonstrationAccounts;
import org.chuyi.organisation.SetupLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last thing on the console after a start: where to go, and as whom. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final ObjectProvider<DemonstrationAccounts> demonstration;
    private final SetupLinks setupLinks;
    private final MessageSource messages;
    private final String address;

    Welcome(
            ObjectProvider<DemonstrationAccounts> demonstration,
            SetupLinks setupLinks,
            MessageSource messages,
            @Value("${chuyi.address}") String address) {
        this.demonstration = demonstration;
        this.setupLinks = setupLinks;
        this.messages = messages;
        this.address = address.replaceFirst("/+$", "");
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        LOG.info("楚怡 Chuyi: {}", address);
        demonstration.ifAvailable(accounts -> LOG.info("""

                {}
                Password of all 全部密码: {}
                To leave demonstration mode 退出演示模式: start with CHUYI_DEMO=false and another CHUYI_DATA.
                """, table(accounts), DemonstrationAccounts.PASSWORD));
        setupLinks.issue().ifPresent(token -> LOG.info("""

                There is no account yet. Create the first security administrator within 24 hours, once:
                尚无账号。请在 24 小时内打开以下一次性链接，创建首个安全管理员：
                {}/setup/{}
                """, address, token));
    }

    private String table(DemonstrationAccounts accounts) {
        return accounts.people().stream()
                .map(person -> "  %-11s %s  %s  %s"
                        .formatted(
                                person.login(),
                                person.name(),
                                messages.getMessage(
                                        "portal.role." + person.role().name(), null, Locale.SIMPLIFIED_CHINESE),
                                String.join("、", person.organisations())))
                .collect(Collectors.joining("\n"));
    }
}
