package org.chuyi.review;

import org.chuyi.application.ApplicationNumber;
import org.chuyi.programme.ProgrammeCode;

/**
 * One on which the body has still to decide, so that its list cannot be sealed.
 *
 * @param inCorrection it is back at the school; otherwise it lies on the body's desk
 */
public record UndecidedApplication(
        ApplicationNumber number, ProgrammeCode programme, String school, boolean inCorrection) {}
