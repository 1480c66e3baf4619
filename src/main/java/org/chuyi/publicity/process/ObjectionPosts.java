package org.chuyi.publicity.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.publicity.ObjectionHandling;
import org.springframework.stereotype.Component;

/** Candidate groups of those who look into an objection. Public, since the engine calls it from expressions. */
@Component("objectionPosts")
public class ObjectionPosts {

    private final ObjectionHandling handling;

    ObjectionPosts(ObjectionHandling handling) {
        this.handling = handling;
    }

    public List<String> investigators(DelegateExecution execution) {
        return handling.investigatorGroups(execution.getProcessBusinessKey());
    }
}
