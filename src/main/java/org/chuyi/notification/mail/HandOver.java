package org.chuyi.notification.mail;

/** Whoever tries again later what could not be posted now. */
public interface HandOver {

    /** In the current transaction. */
    void take(long mailId);
}
