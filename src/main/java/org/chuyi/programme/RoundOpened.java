package org.chuyi.programme;

/** The window has opened. Published in the same transaction. */
public record RoundOpened(RoundCode round) {}
