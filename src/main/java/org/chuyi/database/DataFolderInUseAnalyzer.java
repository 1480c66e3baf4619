package org.chuyi.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns the failed start into one sentence instead of a stack trace. */
class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "停止正在运行的程序，或用 CHUYI_DATA 指定另一个目录 (stop the other program, or name another folder with"
                        + " CHUYI_DATA).",
                cause);
    }
}
