package org.chuyi.application;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.Programme;
import org.chuyi.workflow.form.FormField;
import org.springframework.stereotype.Component;

/** What a new draft already knows of the school and the clerk. */
@Component
class Prefill {

    private final ApplicationForms forms;
    private final Regions regions;
    private final Accounts accounts;

    Prefill(ApplicationForms forms, Regions regions, Accounts accounts) {
        this.forms = forms;
        this.regions = regions;
        this.accounts = accounts;
    }

    Map<String, Object> answers(Programme programme, Organisation school, Actor actor) {
        Map<String, Object> answers = new HashMap<>();
        for (FormField field : forms.latest(programme.code()).fields()) {
            if (field.path().equals(field.key())) {
                field.prefill()
                        .flatMap(source -> value(source, school, actor))
                        .ifPresent(value -> answers.put(field.key(), value));
            }
        }
        return answers;
    }

    private Optional<String> value(String source, Organisation school, Actor actor) {
        return switch (source) {
            case "organisation.name" -> Optional.of(school.name());
            case "organisation.schoolCode" -> school.schoolCode();
            case "organisation.socialCreditCode" -> school.socialCreditCode();
            case "organisation.region" -> Optional.of(regions.fullNameOf(school.regionCode()));
            case "account.name" -> Optional.of(actor.name());
            case "account.email" -> accounts.find(actor.account()).flatMap(Account::email);
            default -> Optional.empty();
        };
    }
}
