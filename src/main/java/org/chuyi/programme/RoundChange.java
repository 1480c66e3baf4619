package org.chuyi.programme;

import java.util.List;
import org.chuyi.workflow.form.FieldProblem;

/** What became of an officer's wish to change a round. */
public sealed interface RoundChange {

    record Changed(Round round) implements RoundChange {}

    /** Nothing was changed; the problems name the page's fields. */
    record Refused(List<FieldProblem> problems) implements RoundChange {
        static Refused because(String field, String code) {
            return new Refused(List.of(FieldProblem.of(field, "", code)));
        }
    }
}
