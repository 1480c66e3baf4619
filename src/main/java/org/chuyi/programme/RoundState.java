package org.chuyi.programme;

/** Where a round stands; it only ever moves on, and is never deleted. */
public enum RoundState {
    DRAFT,
    /** Announced; its window may not be open yet. */
    PUBLISHED,
    OPEN,
    CLOSED
}
