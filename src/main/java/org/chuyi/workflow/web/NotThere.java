package org.chuyi.workflow.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No such thing, or none that this person may see: to her it is the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotThere extends RuntimeException {

    NotThere(String what) {
        super(what);
    }
}
