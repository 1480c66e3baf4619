package org.chuyi.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.notification.outbox.Outbox;
import org.springframework.stereotype.Component;

/** An exception leaves the parcel as it is; the engine counts the attempts. */
@Component("deliverWebhook")
class DeliverWebhookDelegate implements JavaDelegate {

    private final Outbox outbox;

    DeliverWebhookDelegate(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.deliver(Long.parseLong(execution.getProcessBusinessKey()));
    }
}
