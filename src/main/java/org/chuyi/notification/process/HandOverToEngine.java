package org.chuyi.notification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.notification.mail.HandOver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts one {@code mailDelivery} for each mail; its retries and incident are the engine's. */
@Component
class HandOverToEngine implements HandOver {

    /** A provider, since the engine's delegates need the outbox, which needs this. */
    private final ObjectProvider<RuntimeService> engine;

    HandOverToEngine(ObjectProvider<RuntimeService> engine) {
        this.engine = engine;
    }

    @Override
    public void take(long mailId) {
        engine.getObject().startProcessInstanceByKey(MailDeliveryProcess.ID, Long.toString(mailId));
    }
}
