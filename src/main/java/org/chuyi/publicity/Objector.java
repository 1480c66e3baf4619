package org.chuyi.publicity;

/**
 * Who objects, as sealed: only those who decide on the objection read it, the identity number masked.
 *
 * @param name the person's, or the contact's of an organisation
 * @param identity a person's identity number, or an organisation's social credit code; empty for neither
 */
public record Objector(String name, String identity, String organisation, String phone) {

    /** {@code 430104********1234}; a credit code is public and stays whole. */
    public String shownIdentity() {
        return organisation.isEmpty() && identity.length() > 10
                ? identity.substring(0, 6)
                        + "*".repeat(identity.length() - 10)
                        + identity.substring(identity.length() - 4)
                : identity;
    }
}
