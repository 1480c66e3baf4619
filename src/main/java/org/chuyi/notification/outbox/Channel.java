package org.chuyi.notification.outbox;

/** The ways out. The names are stored. */
public enum Channel {
    MAIL,
    WEBHOOK
}
