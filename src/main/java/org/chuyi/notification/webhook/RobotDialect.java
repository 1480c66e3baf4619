package org.chuyi.notification.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** How one kind of robot wants to be spoken to, and how it says no. */
interface RobotDialect {

    RobotCall call(SealedWebhook robot, URI uri, Instant at, RobotMessage message);

    /** The code with which a robot that answered 2xx has not taken the message; empty when it has. */
    Optional<Integer> refusal(RobotAnswer answer);

    static RobotDialect of(RobotKind kind) {
        return switch (kind) {
            case PLAIN -> new PlainDialect();
            case WECOM -> new WecomDialect();
            case DINGTALK -> new DingtalkDialect();
            case FEISHU -> new FeishuDialect();
        };
    }
}
