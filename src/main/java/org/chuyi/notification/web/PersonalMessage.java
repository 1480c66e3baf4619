package org.chuyi.notification.web;

import java.time.Instant;

/** A message as its reader sees it, in her language. */
record PersonalMessage(long id, String title, String text, String link, Instant createdAt, boolean unread) {}
