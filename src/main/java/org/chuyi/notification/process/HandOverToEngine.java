package org.chuyi.notification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.notification.outbox.Channel;
import org.chuyi.notification.outbox.HandOver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts one {@code mailDelivery} or {@code webhookDelivery} for each parcel; retries and incident are the engine's. */
@Component
class HandOverToEngine implements HandOver {

    /** A provider, since the engine's delegates need the outbox, which needs this. */
    private final ObjectProvider<RuntimeService> engine;

    HandOverToEngine(ObjectProvider<RuntimeService> engine) {
        this.engine = engine;
    }

    @Override
    public void take(long parcel, Channel channel) {
        String process =
                switch (channel) {
                    case MAIL -> MailDeliveryProcess.ID;
                    case WEBHOOK -> WebhookDeliveryProcess.ID;
                };
        engine.getObject().startProcessInstanceByKey(process, Long.toString(parcel));
    }
}
