package org.chuyi.workflow.form;

import java.util.Optional;

/** A paragraph for the reader (Markdown), or a line between fields (without text). */
public record FormHint(Bilingual label, Optional<HideCondition> hiddenIf) implements FormNode {}
