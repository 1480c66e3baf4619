package org.chuyi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;

/**
 * A module's part of the signed-in home page: what there is for this person. Ordered by {@code @Order}; those that need
 * her hand come first whatever their order.
 */
public interface HomePanel {

    /** Empty where it does not concern her. */
    Optional<Content> contentFor(Actor actor);

    /**
     * @param titleKey message key of the panel's title, e.g. {@code workflow.home.inbox}
     * @param figure the number shown large, e.g. tasks to do
     * @param link path of the whole list
     * @param needsHand whether she has to act now: drawn in the accent colour when the figure is not zero
     * @param items the first few, most urgent first; may be empty
     */
    record Content(String titleKey, long figure, String link, boolean needsHand, List<Item> items) {}

    /**
     * @param title as shown, not a key: the name of a case
     * @param note what stands at, or which step; as shown
     * @param due until when, or null
     * @param workdaysLeft to {@code due}; negative when overdue; null without a deadline
     */
    record Item(String title, String note, String link, Instant due, Integer workdaysLeft) {}
}
