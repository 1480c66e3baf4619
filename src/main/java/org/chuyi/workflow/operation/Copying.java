package org.chuyi.workflow.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 抄送: puts the case among the copies of a person or a post of the same organisation, who may read it from then on. Not to
 * other organisations: whom they may see is not this person's to say.
 */
@Component
class Copying implements Operation {

    /** Reason of the copy, as message {@code workflow.copy.<reason>}. */
    static final String BY_PERSON = "byPerson";

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final MessageSource messages;
    private final Clock clock;

    Copying(JdbcClient jdbc, Colleagues colleagues, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.COPY;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor) && !task.isHelp();
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.notPersonal(task)
                .or(() -> colleagues.of(actor.organisation(), actor.account()).isEmpty()
                        ? Operation.problem("nobodyElse")
                        : Optional.empty());
    }

    @Override
    public List<Choice> choices(InboxTask task, Actor actor) {
        var people = colleagues.of(actor.organisation(), actor.account());
        var posts = people.stream()
                .map(Colleagues.Colleague::role)
                .distinct()
                .sorted()
                .map(role -> new Choice(
                        new Post(actor.organisation(), role).group(),
                        messages.getMessage(
                                "workflow.operation.everyone",
                                new Object[] {
                                    messages.getMessage("portal.role." + role, null, LocaleContextHolder.getLocale())
                                },
                                LocaleContextHolder.getLocale())));
        return Stream.concat(people.stream().map(Colleagues.Colleague::choice), posts)
                .toList();
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        String name = choices(task, actor).stream()
                .filter(choice -> choice.value().equals(wanted.to()))
                .map(Choice::name)
                .findFirst()
                .orElseThrow();
        var people = recipients(actor, wanted.to());
        people.forEach(person -> copy(task, person, actor, wanted.reason()));
        return new Effect(name, people, List.of(), "/inbox/copies/" + task.businessKey());
    }

    private Set<AccountId> recipients(Actor actor, String to) {
        if (!to.contains(".")) {
            return Set.of(new AccountId(Long.parseLong(to)));
        }
        return Set.copyOf(colleagues.holding(Post.ofGroup(to), actor.account()).stream()
                .map(Colleagues.Colleague::account)
                .toList());
    }

    private void copy(InboxTask task, AccountId person, Actor by, String note) {
        jdbc.sql("""
                        insert into inbox_copy (business_key, account_id, reason, note, copied_by_name, copied_at)
                        values (:case, :person, :reason, :note, :by, :now)
                        on conflict (account_id, business_key, reason) do update
                          set note = excluded.note, copied_by_name = excluded.copied_by_name,
                            copied_at = excluded.copied_at, read_at = null""")
                .param("case", task.businessKey())
                .param("person", person.value())
                .param("reason", BY_PERSON)
                .param("note", note)
                .param("by", by.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
