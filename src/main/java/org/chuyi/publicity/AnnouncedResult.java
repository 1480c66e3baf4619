package org.chuyi.publicity;

import org.chuyi.application.ApplicationNumber;
import org.chuyi.selection.ContestKey;

/** One line of the announced list, as everybody may know it. */
public record AnnouncedResult(
        ApplicationNumber number, ContestKey contest, int place, String school, String cityCode) {}
