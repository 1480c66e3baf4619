package org.chuyi.programme;

import java.util.List;
import java.util.Set;
import org.chuyi.organisation.OrganisationKind;

/**
 * Partners that must confirm before submission.
 *
 * @param field the form's repeating rows that name them
 * @param codeField the row's field that holds the partner's unified social credit code
 * @param kinds what a partner may be
 * @param requiredKinds of each of these at least one
 */
public record PartnerRule(
        String field,
        String codeField,
        int minimum,
        Set<OrganisationKind> kinds,
        List<OrganisationKind> requiredKinds) {}
