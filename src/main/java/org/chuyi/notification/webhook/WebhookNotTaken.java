package org.chuyi.notification.webhook;

/** The administrator reads this at the incident: no address, no secret, no word of the other side. */
class WebhookNotTaken extends RuntimeException {

    WebhookNotTaken(long webhook, WebhookResult result) {
        super("Robot " + webhook + ": " + result.outcome()
                + result.status().map(status -> " " + status).orElse(""));
    }
}
