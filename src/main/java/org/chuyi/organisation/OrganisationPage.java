package org.chuyi.organisation;

import java.util.List;
import java.util.Optional;

/**
 * A page of a search.
 *
 * @param next where the next page begins ({@link OrganisationSearch#after}); empty on the last one
 */
public record OrganisationPage(List<Organisation> rows, Optional<String> next) {}
