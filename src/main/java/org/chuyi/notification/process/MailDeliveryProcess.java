package org.chuyi.notification.process;

/** Names in {@code mail-delivery.bpmn}; the business key is the mail's id. */
final class MailDeliveryProcess {
    static final String ID = "mailDelivery";
    static final String DELIVER_MAIL = "deliverMail";
    static final String MAIL_DELIVERED = "mailDelivered";

    private MailDeliveryProcess() {}
}
