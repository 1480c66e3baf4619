package org.chuyi.shared;

/**
 * A major of the catalogue.
 *
 * @param majorClass 专业类, e.g. 农业类
 * @param category 专业大类, e.g. 农林牧渔大类
 */
public record Major(MajorCode code, String name, String majorClass, String category) {}
