package org.chuyi.programme;

/** What bars an expert from judging, as a pack says it: a default of this system, stated by no source. */
public enum RecusalGround {
    /** 所在单位申报: her employer competes. She is out of the whole contest, since the others are its competitors. */
    EMPLOYER,
    /** 所在单位合作: her employer is a partner of an application; likewise. */
    PARTNER,
    /** 同市州: she judges no application of the city in which her employer is. */
    SAME_CITY
}
