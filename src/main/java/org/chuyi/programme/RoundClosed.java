package org.chuyi.programme;

/** The window has ended. Published in the same transaction. */
public record RoundClosed(RoundCode round) {}
