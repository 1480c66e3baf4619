package org.chuyi.selection;

/** How an application's scores become its points. The names are stored. */
public enum AggregationMethod {
    /** 平均分. */
    MEAN,
    /** 去掉一个最高分和一个最低分后的平均分. */
    TRIMMED_MEAN,
    /** Nobody has scored it. */
    NONE
}
