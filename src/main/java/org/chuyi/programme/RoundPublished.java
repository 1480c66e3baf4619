package org.chuyi.programme;

/** The call is out; its window opens on its first day. Published in the same transaction. */
public record RoundPublished(RoundCode round) {}
