package org.chuyi.notification.outbox;

/** Takes parcels out by its channel. */
public interface Courier {

    Channel channel();

    /** Makes parcels of what is due, for one receiver at a time; false when nothing is. */
    boolean packNext();

    /** Throws when it is not taken and has to be tried again; false when nobody wants it any more. */
    boolean deliver(Parcel parcel);
}
