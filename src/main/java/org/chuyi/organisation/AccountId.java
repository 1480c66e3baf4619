package org.chuyi.organisation;

/** An account's id in our database. */
public record AccountId(long value) implements java.io.Serializable {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
