package org.chuyi.workflow.form;

/** One choice of a select, radio or checklist. */
public record FormOption(String value, Bilingual label) {}
