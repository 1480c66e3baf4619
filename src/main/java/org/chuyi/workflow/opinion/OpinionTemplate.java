package org.chuyi.workflow.opinion;

/**
 * @param shared with everybody who acts for the organisation
 * @param byName who wrote it
 * @param mayChange whether the reader may: she wrote it, or it is shared and she leads the organisation
 * @param uses how often the reader has taken it
 */
public record OpinionTemplate(long id, String text, boolean shared, String byName, boolean mayChange, int uses) {

    public static final int LONGEST = 500;
}
