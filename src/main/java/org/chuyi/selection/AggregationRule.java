package org.chuyi.selection;

/**
 * A line of {@code aggregation.dmn}.
 *
 * @param alarmAbove a spread of more than this is an alarm (离散预警), in hundredths of a point
 */
public record AggregationRule(AggregationMethod method, int alarmAbove) {}
