package org.chuyi.notification.process;

/** Names in {@code webhook-delivery.bpmn}; the business key is the parcel's id in the outbox. */
final class WebhookDeliveryProcess {
    static final String ID = "webhookDelivery";
    static final String DELIVER_WEBHOOK = "deliverWebhook";
    static final String WEBHOOK_DELIVERED = "webhookDelivered";

    private WebhookDeliveryProcess() {}
}
