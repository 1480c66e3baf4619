package org.chuyi.programme;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns the failed start into one sentence instead of a stack trace. */
class BrokenPolicyPackAnalyzer extends AbstractFailureAnalyzer<BrokenPolicyPack> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenPolicyPack cause) {
        return new FailureAnalysis(
                "政策包 %s 第 %d 行有误：%s (a policy pack is broken; nothing has been started)."
                        .formatted(cause.file(), cause.line(), cause.problem()),
                "改正该行后重新启动 (correct that line and start again).",
                cause);
    }
}
