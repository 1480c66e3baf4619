package org.chuyi.publicity;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.CaseHolding;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where an objection is read: by whoever holds, or has done, one of its tasks. */
@Component
public class ObjectionPages implements CasePages {

    private final JdbcClient jdbc;
    private final MessageSource messages;

    ObjectionPages(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String processKey() {
        return ObjectionProcess.KEY;
    }

    @Override
    public Optional<String> panel(String businessKey) {
        return Optional.of(page(businessKey) + "/panel");
    }

    @Override
    public String page(String businessKey) {
        return "/objection-cases/" + businessKey;
    }

    @Override
    public boolean mayOpen(String businessKey, Actor actor) {
        return !actor.roles().isEmpty()
                && jdbc.sql("""
                                select exists (select 1 from inbox_task t where t.business_key = :key and """ + CaseHolding.HOLDS + """
                                ) or exists (select 1 from inbox_copy k where k.business_key = :key and """ + CaseHolding.COPIED + ")")
                        .param("account", actor.account().value())
                        .param(
                                "selves",
                                actor.selves().stream().map(AccountId::value).toList())
                        .param("key", businessKey)
                        .param("organisation", actor.organisation().value())
                        .param("roles", actor.roles().stream().map(Enum::name).toList())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Map<String, String> titles(Collection<String> businessKeys, Locale locale) {
        return businessKeys.stream().collect(Collectors.toMap(Function.identity(), key -> title(key, locale)));
    }

    private String title(String businessKey, Locale locale) {
        return messages.getMessage(
                "publicity.case.name",
                new Object[] {
                    String.valueOf(PublicityKeys.numberOf(businessKey)),
                    PublicityKeys.roundOf(businessKey).value()
                },
                locale);
    }

    @Override
    public Optional<String> formPage(InboxTask task) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> states(Collection<String> businessKeys, Actor reader) {
        return Map.of();
    }
}
