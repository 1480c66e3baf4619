package org.chuyi.selection.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The address names nothing that this person may see; whether it exists is not said. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NothingHere extends RuntimeException {
    NothingHere() {
        super("Not there");
    }
}
