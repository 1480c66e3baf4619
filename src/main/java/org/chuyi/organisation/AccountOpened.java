package org.chuyi.organisation;

/** Published in the transaction that opened an account for somebody, whose one-time password is handed over separately. */
public record AccountOpened(AccountId account, String login) {}
