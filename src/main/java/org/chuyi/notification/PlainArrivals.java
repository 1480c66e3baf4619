package org.chuyi.notification;

import java.util.Set;

/** Implemented by the module whose tasks they are: which of them are told by their step and title when they come up. */
public interface PlainArrivals {

    /** Of user tasks for which the module says nothing of its own. */
    Set<String> taskKeys();
}
