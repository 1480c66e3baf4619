package org.chuyi.selection;

import java.util.Collection;
import java.util.Map;
import org.chuyi.organisation.Department;

/** When a countersign passes. Approvals are counted, not answers; one return ends it at once. The names are stored. */
public enum CountersignRule {
    /** 全体同意. */
    ALL {
        @Override
        boolean passes(int asked, long approvals, boolean leadObjects) {
            return approvals == asked;
        }
    },
    /** 三分之二以上同意. */
    RATIO {
        @Override
        boolean passes(int asked, long approvals, boolean leadObjects) {
            return approvals * 3 >= asked * 2L;
        }
    },
    /** 半数以上同意. */
    HALF {
        @Override
        boolean passes(int asked, long approvals, boolean leadObjects) {
            return approvals * 2 >= asked;
        }
    },
    /** 或签：任一部门同意. The first approval ends it. */
    ANY {
        @Override
        boolean passes(int asked, long approvals, boolean leadObjects) {
            return approvals > 0;
        }
    },
    /** 过半数同意，且牵头部门（教育厅）不反对. */
    LEAD_VETO {
        @Override
        boolean passes(int asked, long approvals, boolean leadObjects) {
            return !leadObjects && approvals * 2 > asked;
        }
    };

    abstract boolean passes(int asked, long approvals, boolean leadObjects);

    /** @param given what those who have answered said */
    public CountersignResult result(Collection<Department> asked, Map<Department, Countersignature.Decision> given) {
        if (given.containsValue(Countersignature.Decision.RETURN)) {
            return CountersignResult.RETURNED;
        }
        if (this == ANY && given.containsValue(Countersignature.Decision.APPROVE)) {
            return CountersignResult.PASSED;
        }
        if (!given.keySet().containsAll(asked)) {
            return CountersignResult.OPEN;
        }
        long approvals = asked.stream()
                .filter(department -> given.get(department) == Countersignature.Decision.APPROVE)
                .count();
        boolean leadObjects = given.get(Department.EDUCATION) == Countersignature.Decision.OBJECT;
        return passes(asked.size(), approvals, leadObjects) ? CountersignResult.PASSED : CountersignResult.DISSENT;
    }
}
