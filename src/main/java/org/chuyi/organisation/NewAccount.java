package org.chuyi.organisation;

import java.util.Optional;

/** What is asked for when an account is created. */
public record NewAccount(String login, String name, Optional<String> email) {}
