package org.chuyi.workflow.desk;

/**
 * 常用筛选.
 *
 * @param address of the list, e.g. {@code /inbox?category=think-tank}
 * @param shared with everybody who acts for the organisation
 * @param byName who made it
 * @param mayDelete whether the reader made it
 * @param isDefault whether the reader's inbox opens with it
 */
public record SavedFilter(
        long id, String name, String address, boolean shared, String byName, boolean mayDelete, boolean isDefault) {

    public static final int LONGEST_NAME = 30;
}
