package org.chuyi.workflow.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 抄送: puts the case among the copies of a person or a post of the same organisation, who may read it from then on; or of a
 * post elsewhere that may read it anyway, since whom others may see is not this person's to say.
 */
@Component
class Copying implements Operation {

    /** Reason of the copy, as message {@code workflow.copy.<reason>}. */
    static final String BY_PERSON = "byPerson";

    /** Reason of a copy from another body, which gives no right to read. */
    static final String BY_OTHER_BODY = "byOtherBody";

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final OtherBodies others;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Clock clock;

    Copying(
            JdbcClient jdbc,
            Colleagues colleagues,
            OtherBodies others,
            Organisations organisations,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.others = others;
        this.organisations = organisations;
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
                                && others.reading(task, actor).isEmpty()
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
                .map(role -> new Choice(new Post(actor.organisation(), role).group(), everyone(role)));
        var elsewhere = others.reading(task, actor).stream()
                .map(post -> new Choice(
                        post.group(), organisations.get(post.organisation()).name() + " · " + everyone(post.role())));
        return Stream.of(people.stream().map(Colleagues.Colleague::choice), posts, elsewhere)
                .flatMap(Function.identity())
                .toList();
    }

    private String everyone(Role role) {
        var locale = LocaleContextHolder.getLocale();
        return messages.getMessage(
                "workflow.operation.everyone",
                new Object[] {messages.getMessage("portal.role." + role, null, locale)},
                locale);
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        String name = choices(task, actor).stream()
                .filter(choice -> choice.value().equals(wanted.to()))
                .map(Choice::name)
                .findFirst()
                .orElseThrow();
        var people = recipients(actor, wanted.to());
        boolean elsewhere = isElsewhere(wanted.to(), actor);
        people.forEach(person -> copy(
                task,
                person,
                elsewhere ? BY_OTHER_BODY : BY_PERSON,
                elsewhere ? actor.organisationName() + " " + actor.name() : actor.name(),
                wanted.reason()));
        return new Effect(name, people, List.of(), "/inbox/copies/" + task.businessKey());
    }

    private static boolean isElsewhere(String to, Actor actor) {
        return to.contains(".") && !Post.ofGroup(to).organisation().equals(actor.organisation());
    }

    private Set<AccountId> recipients(Actor actor, String to) {
        if (!to.contains(".")) {
            return Set.of(new AccountId(Long.parseLong(to)));
        }
        return Set.copyOf(colleagues.holding(Post.ofGroup(to), actor.account()).stream()
                .map(Colleagues.Colleague::account)
                .toList());
    }

    private void copy(InboxTask task, AccountId person, String reason, String by, String note) {
        jdbc.sql("""
                        insert into inbox_copy (business_key, account_id, reason, note, copied_by_name, copied_at)
                        values (:case, :person, :reason, :note, :by, :now)
                        on conflict (account_id, business_key, reason) do update
                          set note = excluded.note, copied_by_name = excluded.copied_by_name,
                            copied_at = excluded.copied_at, read_at = null""")
                .param("case", task.businessKey())
                .param("person", person.value())
                .param("reason", reason)
                .param("note", note)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
