package org.chuyi.organisation;

import org.chuyi.shared.RegionCode;

/** The province, a city (市州) or a county (县市区). */
public record Region(RegionCode code, String name) {

    public RegionCode.Level level() {
        return code.level();
    }
}
