package org.chuyi.selection;

import org.chuyi.application.ApplicationNumber;

/**
 * An application in its contest.
 *
 * @param version the frozen version that is judged
 * @param blindCode what stands for it where names are hidden, e.g. {@code K7Q3}; says nothing about it
 * @param designated the source itself names the school: still reviewed, counted among the places
 */
public record ContestEntry(
        ApplicationNumber number, ContestKey contest, int version, String blindCode, boolean designated) {}
