package org.chuyi.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what PostgreSQL says instead of our stack trace. */
class DatabaseNotStartedAnalyzer extends AbstractFailureAnalyzer<DatabaseNotStarted> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotStarted cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "按上述提示处理后重新启动；完整输出见 %s (see to what it says and start again; all of its output is there)."
                        .formatted(cause.output()),
                cause);
    }
}
