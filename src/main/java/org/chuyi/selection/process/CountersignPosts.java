package org.chuyi.selection.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.CountersignTable;
import org.springframework.stereotype.Component;

/** Candidate groups of the departments that sign. Public, since the engine calls it from expressions. */
@Component("countersigners")
public class CountersignPosts {

    private final CountersignTable table;
    private final Organisations organisations;

    CountersignPosts(CountersignTable table, Organisations organisations) {
        this.table = table;
        this.organisations = organisations;
    }

    public List<String> groups(DelegateExecution execution) {
        return table
                .departments(ContestKey.of(execution.getProcessBusinessKey()).programme())
                .stream()
                .map(organisations::department)
                .map(department -> new Post(department.id(), Role.PROVINCIAL_OFFICER).group())
                .toList();
    }
}
