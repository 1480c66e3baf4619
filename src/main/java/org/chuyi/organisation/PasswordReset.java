package org.chuyi.organisation;

/** Published in the transaction that put a one-time password in place of a forgotten one. */
public record PasswordReset(AccountId account, String login) {}
