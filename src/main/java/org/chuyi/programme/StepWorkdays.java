package org.chuyi.programme;

import java.io.Serializable;

/** The limit of each step, in workdays. */
public record StepWorkdays(int schoolSignOff, int cityReview, int formalCheck, int correction) implements Serializable {

    public int of(Step step) {
        return switch (step) {
            case SCHOOL_SIGN_OFF -> schoolSignOff;
            case CITY_REVIEW -> cityReview;
            case FORMAL_CHECK -> formalCheck;
            case CORRECTION -> correction;
        };
    }
}
