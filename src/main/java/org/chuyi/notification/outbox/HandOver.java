package org.chuyi.notification.outbox;

/** Whoever tries again later what could not be delivered now. */
public interface HandOver {

    /** In the current transaction. */
    void take(long parcel, Channel channel);
}
