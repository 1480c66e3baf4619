package org.chuyi.workflow.work;

import java.util.Optional;
import org.chuyi.organisation.Actor;

/**
 * A kind of background work; a bean of the module that knows it.
 *
 * <p>A slice runs in one transaction with the row's progress: what it does is done once, whether it is repeated after a
 * failure or run by two nodes.
 */
public interface BackgroundTask {

    /** Lower camel, e.g. {@code applicationsExport}. */
    String kind();

    /** Message key of its name, e.g. {@code application.export.title}. */
    String titleKey();

    /** How many items there are to do, as of its first slice. */
    int total(BackgroundWork work, Actor requester);

    /** Does what comes next after {@link BackgroundWork#position}: some seconds' work at most. */
    Slice next(BackgroundWork work, Actor requester);

    /** Path of the page that tells what came out, where it is more than a file. */
    default Optional<String> resultPage(BackgroundWork work) {
        return Optional.empty();
    }

    /** Whether somebody else than who asked for it may follow it and fetch its result. */
    default boolean isOpenTo(BackgroundWork work, Actor reader) {
        return false;
    }
}
