package org.chuyi.notification.webhook;

import java.net.UnknownHostException;

/** A name leads into a network where no robot may live. */
class AddressNotAllowed extends UnknownHostException {

    AddressNotAllowed(String host) {
        super(host);
    }
}
