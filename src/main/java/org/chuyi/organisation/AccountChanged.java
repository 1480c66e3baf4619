package org.chuyi.organisation;

import java.util.Set;

/** Published in the transaction that created or changed an account or its posts, with the state after it. */
public record AccountChanged(Account account, Set<Post> posts) {}
