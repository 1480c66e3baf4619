package org.chuyi.organisation;

import java.util.List;

/** What became of a change to an account. */
public sealed interface AccountResult {

    record Done(AccountId account) implements AccountResult {}

    /** Nothing was changed. */
    record Refused(List<AccountProblem> problems) implements AccountResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static AccountResult refused(AccountProblem problem) {
        return new Refused(List.of(problem));
    }
}
