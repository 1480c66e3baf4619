package org.chuyi.notification.mail;

import org.chuyi.notification.outbox.Channel;
import org.chuyi.notification.outbox.Courier;
import org.chuyi.notification.outbox.Parcel;
import org.springframework.stereotype.Component;

@Component
class MailCourier implements Courier {

    private final MailPacking packing;
    private final Letters letters;

    MailCourier(MailPacking packing, Letters letters) {
        this.packing = packing;
        this.letters = letters;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean packNext() {
        return packing.next();
    }

    @Override
    public boolean deliver(Parcel parcel) {
        letters.post(parcel);
        return true;
    }
}
