package org.chuyi.selection;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.Organisation;
import org.chuyi.workflow.form.FieldProblem;

/**
 * What the check says of an entry.
 *
 * @param employer and facts: empty when there are problems
 */
record CheckedEntry(
        ExpertEntry entry,
        Effect effect,
        Optional<Account> account,
        Optional<Expert> known,
        Optional<Organisation> employer,
        Optional<ExpertFacts> facts,
        List<FieldProblem> problems) {

    /** What saving it does. */
    enum Effect {
        /** 新建账号. */
        NEW_ACCOUNT,
        /** 已有账号，开通专家身份. */
        NEW_POST,
        /** 更新. */
        UPDATE;

        public String message() {
            return "selection.effect." + name();
        }
    }

    boolean isGood() {
        return problems.isEmpty();
    }
}
