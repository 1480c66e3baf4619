package org.chuyi.notification.webhook;

import java.util.Locale;

/**
 * A robot with what lets write to it, opened for one attempt.
 *
 * @param secret empty where its kind signs nothing
 */
record SealedWebhook(long id, RobotKind kind, String organisationName, String address, String secret, Locale language) {

    /** Never in a log. */
    @Override
    public String toString() {
        return "robot " + id;
    }
}
