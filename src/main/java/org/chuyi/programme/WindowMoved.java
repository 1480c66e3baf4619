package org.chuyi.programme;

import java.time.LocalDate;

/** The window's last day was put later. Published in the same transaction. */
public record WindowMoved(RoundCode round, LocalDate from, LocalDate to, String reason) {}
