package org.chuyi.programme.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The address names no round or programme that this person may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotThere extends RuntimeException {
    NotThere(String what) {
        super("Not there: " + what);
    }
}
