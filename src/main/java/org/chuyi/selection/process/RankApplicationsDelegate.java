package org.chuyi.selection.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.RankingComputation;
import org.springframework.stereotype.Component;

/** 锁定评分并排序. */
@Component("rankApplications")
class RankApplicationsDelegate implements JavaDelegate {

    private final RankingComputation rankings;

    RankApplicationsDelegate(RankingComputation rankings) {
        this.rankings = rankings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rankings.lockAndRank(ContestKey.of(execution.getProcessBusinessKey()));
    }
}
