package org.chuyi.workflow;

import org.chuyi.organisation.OrganisationId;

/** Implemented by the module that owns the cases of a process: what the inbox says about one. */
public interface CaseSubjects {

    String processKey();

    Subject subjectOf(String businessKey);

    /**
     * @param title what the list shows, e.g. school and programme
     * @param category programme code
     * @param occasion round code
     */
    record Subject(String title, String category, String occasion, OrganisationId applicant, String cityCode) {}
}
