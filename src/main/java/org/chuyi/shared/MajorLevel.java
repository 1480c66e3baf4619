package org.chuyi.shared;

/** A level of the vocational major catalogue. */
public enum MajorLevel {
    /** 中等职业教育. */
    SECONDARY,
    /** 高等职业教育专科. */
    ASSOCIATE,
    /** 高等职业教育本科. */
    BACHELOR
}
