package org.chuyi.notification;

/** How a person wants to be told of a kind besides the portal, where she always is. */
public enum NoticeChoice {
    AT_ONCE,
    /** In one mail a workday. */
    DIGEST,
    IN_APP
}
