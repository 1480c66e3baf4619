package org.chuyi.workflow.form;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of fields of form-js that we use, each with the shape of its answer. */
public enum FieldType {
    /** One line: a {@code String}. */
    TEXTFIELD,
    /** Several lines: a {@code String} with {@code \n} as line end. */
    TEXTAREA,
    /** A {@code Long} if whole, else a {@code BigDecimal}. */
    NUMBER,
    /** A {@code String} such as {@code 2026-03-02}. */
    DATETIME,
    /** The chosen option's value, a {@code String}. */
    SELECT,
    /** The chosen option's value, a {@code String}. */
    RADIO,
    /** The chosen options' values, a {@code List<String>}. */
    CHECKLIST,
    /** A {@code Boolean}. */
    CHECKBOX;

    static Optional<FieldType> named(String formJsType) {
        return Stream.of(values())
                .filter(type -> type.formJsName().equals(formJsType))
                .findFirst();
    }

    String formJsName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isText() {
        return this == TEXTFIELD || this == TEXTAREA;
    }

    boolean hasOptions() {
        return this == SELECT || this == RADIO || this == CHECKLIST;
    }

    /** What form-js puts in place of an answer that is not there. */
    Object emptyValue() {
        return switch (this) {
            case TEXTFIELD, TEXTAREA -> "";
            case CHECKLIST -> java.util.List.of();
            case CHECKBOX -> false;
            default -> null;
        };
    }
}
