package org.chuyi.programme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.Actor;

/** A module's part of the search: what of its own a signed-in person may see, and nothing else. */
public interface SearchSource {

    /** Empty where nothing holds the words. */
    Optional<Section> find(String words, Actor actor, Locale locale);

    /**
     * @param titleKey message key of the section's title
     * @param more path of the whole list, where there is more than is shown
     */
    record Section(String titleKey, List<Found> found, Optional<String> more) {}

    /** @param status code of message {@code portal.status.<code>}, as this person is told it */
    record Found(String title, String context, String status, String href) {}
}
