package org.chuyi.workflow;

import org.chuyi.organisation.AccountId;

/** Implemented by whoever keeps messages for people: how many of hers she has not read. Shown on every page; be quick. */
public interface UnreadCount {
    long unreadOf(AccountId account);
}
