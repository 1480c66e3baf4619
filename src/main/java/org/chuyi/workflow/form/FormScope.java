package org.chuyi.workflow.form;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names that a row, or the whole form, holds; filled while the form is read. */
record FormScope(FormScope parent, String path, Set<String> keys) {

    static FormScope ofForm() {
        return new FormScope(null, "", new LinkedHashSet<>());
    }

    FormScope ofRows(String key) {
        return new FormScope(this, pathOf(key), new LinkedHashSet<>());
    }

    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    FormScope root() {
        return parent == null ? this : parent.root();
    }
}
