package org.chuyi.workflow.form;

import java.util.List;
import java.util.Optional;

/**
 * A part of the form with its own heading and its own line in the side bar: a group at the top level.
 *
 * @param id the group's id; the form's id for fields that stand outside of groups
 */
public record FormSection(String id, Bilingual label, List<FormNode> nodes, Optional<HideCondition> hiddenIf) {}
