package org.chuyi.selection;

import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ScoreSheetForm;
import org.chuyi.workflow.TaskForms;
import org.springframework.stereotype.Component;

/** What a contest is scored by: the sheet that was deployed with its process, and whether names are hidden. */
@Component
class ScoreForms {

    private final TaskForms forms;
    private final PolicyPacks packs;

    ScoreForms(TaskForms forms, PolicyPacks packs) {
        this.forms = forms;
        this.packs = packs;
    }

    ScoreSheetForm of(ContestKey contest) {
        return ScoreSheetForm.of(forms.formOfCase(contest.toString(), ScoreSheetForm.idOf(contest.programme())));
    }

    Programme programme(ContestKey contest) {
        return packs.programme(contest.programme());
    }

    boolean isBlind(ContestKey contest) {
        return programme(contest).blind();
    }
}
