package org.chuyi.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page of a list, and where the pages beside it begin; empty where there is none. */
public record InboxPage<R>(List<R> rows, Optional<InboxQuery.Cursor> previous, Optional<InboxQuery.Cursor> next) {

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public <T> InboxPage<T> map(Function<R, T> shown) {
        return new InboxPage<>(rows.stream().map(shown).toList(), previous, next);
    }
}
