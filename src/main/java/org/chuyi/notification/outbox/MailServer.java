package org.chuyi.notification.outbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether one is configured. */
@Component
public class MailServer {

    private final boolean there;

    MailServer(@Value("${spring.mail.host:}") String host) {
        this.there = !host.isBlank();
    }

    public boolean isThere() {
        return there;
    }
}
