package org.chuyi.audit;

import java.util.Optional;

/**
 * Who acts: answered for the current thread by a {@link WhoSource}.
 *
 * @param account id of the account; empty when the system acts (a timer)
 * @param name the person's name at that time, or 系统
 * @param actingFor the organisation and roles she acts for, as text
 * @param address the IP address, or empty
 */
public record Who(Optional<Long> account, String name, String actingFor, String address) {
    public static final Who SYSTEM = new Who(Optional.empty(), "系统", "", "");

    /** Implemented by the module that knows the signed-in person. */
    public interface WhoSource {
        Who now();
    }
}
