package org.chuyi.selection.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The address names no expert, import or contest that this person may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoExpertThere extends RuntimeException {
    NoExpertThere(Object what) {
        super("Not there: " + what);
    }
}
