package org.chuyi.workflow.form;

import java.util.List;
import java.util.Optional;

/** Fields shown together; leaves no trace in the answers. */
public record FormGroup(Bilingual label, List<FormNode> nodes, Optional<HideCondition> hiddenIf) implements FormNode {}
