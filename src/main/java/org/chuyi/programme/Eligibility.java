package org.chuyi.programme;

import java.util.List;

/** Whether an organisation may file for a programme. */
public sealed interface Eligibility {

    record Eligible() implements Eligibility {}

    record NotEligible(List<Reason> reasons) implements Eligibility {
        public NotEligible {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * @param code as in the decision table, e.g. {@code kindNotAdmitted}
     * @param arguments of the text {@code programme.eligibility.<code>}: texts, where they differ by language the
     *     Chinese before the English one
     */
    record Reason(String code, List<String> arguments) {
        public String messageKey() {
            return "programme.eligibility." + code;
        }
    }
}
