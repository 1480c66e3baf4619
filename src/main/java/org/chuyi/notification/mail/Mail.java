package org.chuyi.notification.mail;

import java.util.Locale;
import java.util.Map;

/**
 * A mail as it waits in the outbox.
 *
 * @param address where it goes, as the account had it when it was written
 * @param link path in the portal
 */
record Mail(long id, String address, Locale language, String template, Map<String, Object> arguments, String link) {}
