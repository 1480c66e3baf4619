package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.RoundCode;
import org.chuyi.publicity.PublicityKeys;
import org.springframework.stereotype.Component;

/** The business key of a round's publicity. Public, since the engine calls it from expressions. */
@Component("publicityKeys")
public class PublicityCaseKeys {

    public String ofRound(DelegateExecution execution) {
        return PublicityKeys.ofPublicity(new RoundCode(execution.getProcessBusinessKey()));
    }
}
