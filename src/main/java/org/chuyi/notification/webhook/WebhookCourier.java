package org.chuyi.notification.webhook;

import org.chuyi.notification.outbox.Channel;
import org.chuyi.notification.outbox.Courier;
import org.chuyi.notification.outbox.Json;
import org.chuyi.notification.outbox.Parcel;
import org.springframework.stereotype.Component;

@Component
class WebhookCourier implements Courier {

    private final WebhookPacking packing;
    private final WebhookRows rows;
    private final RobotMessages messages;
    private final WebhookPosting posting;

    WebhookCourier(WebhookPacking packing, WebhookRows rows, RobotMessages messages, WebhookPosting posting) {
        this.packing = packing;
        this.rows = rows;
        this.messages = messages;
        this.posting = posting;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean packNext() {
        return packing.next();
    }

    /** The result is kept whatever becomes of the attempt's transaction. */
    @Override
    public boolean deliver(Parcel parcel) {
        var robot = rows.open(parcel.receiver());
        if (robot.isEmpty()) {
            return false;
        }
        String delivery = Long.toString(parcel.id());
        var message = messages.of(robot.get(), delivery, Json.read(parcel.arguments(), RobotBundle.class));
        WebhookResult result = posting.post(robot.get(), message);
        rows.keep(robot.get().id(), parcel.id(), result);
        if (!result.taken()) {
            throw new WebhookNotTaken(robot.get().id(), result);
        }
        return true;
    }
}
