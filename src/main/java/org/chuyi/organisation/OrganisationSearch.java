package org.chuyi.organisation;

import java.util.Optional;
import java.util.Set;

/**
 * What to look for among organisations; the parts hold together.
 *
 * @param text part of the name; empty for any
 * @param kinds empty for any
 * @param cityCode six digits; 430000 for the provincial ones
 * @param after the last name of the page before, where the next one begins
 * @param size rows of a page
 */
public record OrganisationSearch(
        String text, Set<OrganisationKind> kinds, Optional<String> cityCode, Optional<String> after, int size) {

    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 200;

    public OrganisationSearch {
        text = text == null ? "" : text.strip();
        kinds = Set.copyOf(kinds);
        size = Math.max(1, Math.min(size, LARGEST_SIZE));
    }

    /** Everything, from the beginning; to be narrowed down by the methods below. */
    public static OrganisationSearch any() {
        return new OrganisationSearch("", Set.of(), Optional.empty(), Optional.empty(), DEFAULT_SIZE);
    }

    public OrganisationSearch named(String partOfName) {
        return new OrganisationSearch(partOfName, kinds, cityCode, after, size);
    }

    public OrganisationSearch of(OrganisationKind... wanted) {
        return new OrganisationSearch(text, Set.of(wanted), cityCode, after, size);
    }

    public OrganisationSearch inCity(String code) {
        return new OrganisationSearch(text, kinds, Optional.of(code), after, size);
    }

    public OrganisationSearch after(String name) {
        return new OrganisationSearch(text, kinds, cityCode, Optional.of(name), size);
    }

    public OrganisationSearch size(int rows) {
        return new OrganisationSearch(text, kinds, cityCode, after, rows);
    }
}
