package org.chuyi.workflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which model is broken instead of showing a stack trace. */
class BrokenModelAnalyzer extends AbstractFailureAnalyzer<BrokenModel> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenModel cause) {
        return new FailureAnalysis(
                "流程模型有误，系统没有启动 (a process model is broken):\n" + cause.getMessage(),
                "更正该文件后重新启动 (correct the file and start again).",
                cause);
    }
}
