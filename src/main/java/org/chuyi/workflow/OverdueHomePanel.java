package org.chuyi.workflow;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stands on the home page only while something of hers is overdue. */
@Component
@Order(11)
class OverdueHomePanel implements HomePanel {

    private final InboxLists lists;

    OverdueHomePanel(InboxLists lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Content> contentFor(Actor actor) {
        if (InboxPosts.none(actor)) {
            return Optional.empty();
        }
        long overdue = lists.overdue(actor);
        return overdue == 0
                ? Optional.empty()
                : Optional.of(new Content("workflow.home.overdue", overdue, "/inbox?due=overdue", true, List.of()));
    }
}
