package org.chuyi.workflow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done to an open task besides completing it; the names are stored. Texts are messages
 * {@code workflow.operation.<name>}, {@code ….hint} says its rule.
 */
public enum TaskOperation {
    /** 认领. */
    CLAIM(false),
    /** 退还认领. */
    UNCLAIM(false),
    /** 解除认领: a superior takes a claim away that has been held too long. */
    RELEASE(true),
    /** 转办. */
    TRANSFER(true),
    /** 委派: a colleague gives an opinion, the owner decides. */
    DELEGATE(true),
    /** 收回委派. */
    RECALL(true),
    /** 委派意见: what the colleague says; the task goes back to its owner. */
    GIVE_OPINION(true),
    /** 催办. */
    URGE(true),
    /** 抄送. */
    COPY(true),
    /** 退回. */
    RETURN(true),
    /** 撤回: one's own decision, while the next step has not begun. */
    WITHDRAW(true),
    /** 前加签. */
    ADD_SIGNER_BEFORE(true),
    /** 后加签. */
    ADD_SIGNER_AFTER(true),
    /** 减签. */
    DROP_SIGNER(true),
    /** 加签意见：同意. */
    SIGN(true),
    /** 加签意见：不同意. */
    OBJECT(true);

    private final boolean needsReason;

    TaskOperation(boolean needsReason) {
        this.needsReason = needsReason;
    }

    public boolean needsReason() {
        return needsReason;
    }

    /** As in addresses, e.g. {@code add-signer-before}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TaskOperation> of(String code) {
        return Stream.of(values())
                .filter(operation -> operation.code().equals(code))
                .findFirst();
    }
}
