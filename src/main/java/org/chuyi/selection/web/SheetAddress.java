package org.chuyi.selection.web;

import java.util.Optional;

/** A sheet in an address. */
final class SheetAddress {

    private SheetAddress() {}

    /** Empty for what is no id: nothing is there then. */
    static Optional<Long> id(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
