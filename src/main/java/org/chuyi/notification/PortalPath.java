package org.chuyi.notification;

import java.util.regex.Pattern;

/** A path inside the portal: what a message may lead to. */
public final class PortalPath {

    /** One slash and then no second one or backslash, which browsers take for another site. */
    private static final Pattern SAFE = Pattern.compile("/(?:[^/\\\\\\s\\p{Cntrl}][^\\\\\\s\\p{Cntrl}]*)?");

    private PortalPath() {}

    public static boolean isOne(String link) {
        return SAFE.matcher(link).matches();
    }
}
