package org.chuyi.organisation;

/** An organisation's id in our database. */
public record OrganisationId(long value) implements java.io.Serializable {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
