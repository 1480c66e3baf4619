package org.chuyi.selection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.LeadDepartment;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.AccountDirectory;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 专家库: kept by 教育厅's officers. Nobody leaves it for good: who is not to be drawn is set inactive. */
@Service
@Transactional
public class ExpertPool {

    public static final int PAGE = 50;
    private static final int SUGGESTED = 20;

    private final Experts experts;
    private final ExpertEntryCheck check;
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final LeadDepartment leadDepartment;
    private final AuditTrail audit;
    private final Clock clock;

    ExpertPool(
            Experts experts,
            ExpertEntryCheck check,
            Accounts accounts,
            AccountDirectory directory,
            LeadDepartment leadDepartment,
            AuditTrail audit,
            Clock clock) {
        this.experts = experts;
        this.check = check;
        this.accounts = accounts;
        this.directory = directory;
        this.leadDepartment = leadDepartment;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param next the login after which the next page begins; empty on the last */
    public record Page(List<Expert> rows, Optional<String> next) {}

    /** What became of an entry. */
    public sealed interface Saved {

        /** @param oneTimePassword to be handed over now: it is kept nowhere; empty where the account was there before */
        record Done(String login, String name, String employer, String effect, Optional<String> oneTimePassword)
                implements Saved {}

        record Refused(List<FieldProblem> problems) implements Saved {}
    }

    @Transactional(readOnly = true)
    public Page page(ExpertFilter filter, String after, Actor officer) {
        requireKeeper(officer);
        var oneTooMany = experts.search(filter, after, PAGE + 1);
        var rows = oneTooMany.subList(0, Math.min(PAGE, oneTooMany.size()));
        return new Page(
                List.copyOf(rows),
                oneTooMany.size() > PAGE ? Optional.of(rows.get(PAGE - 1).login()) : Optional.empty());
    }

    @Transactional(readOnly = true)
    public Optional<Expert> find(String login, Actor officer) {
        requireKeeper(officer);
        return experts.find(login);
    }

    /** Experts that could be named, by a part of name, login or employer. */
    @Transactional(readOnly = true)
    public List<Expert> suggestions(String part, Actor officer) {
        requireKeeper(officer);
        if (part.isBlank()) {
            return List.of();
        }
        var found = new ArrayList<>(experts.search(
                new ExpertFilter(part.strip(), "", Optional.empty(), Optional.empty(), Optional.empty()),
                "",
                SUGGESTED));
        experts
                .search(
                        new ExpertFilter("", part.strip(), Optional.empty(), Optional.empty(), Optional.empty()),
                        "",
                        SUGGESTED)
                .stream()
                .filter(expert -> !found.contains(expert))
                .forEach(found::add);
        return found.stream().filter(Expert::active).limit(SUGGESTED).toList();
    }

    public Saved add(ExpertEntry entry, Actor officer) {
        requireKeeper(officer);
        CheckedEntry checked = check.check(entry, officer);
        if (checked.isGood() && checked.known().isPresent()) {
            return new Saved.Refused(List.of(FieldProblem.of(
                    "login",
                    "selection.entry.login",
                    "selection.entry.problem.inPool",
                    checked.known().get().name())));
        }
        return checked.isGood() ? save(checked, officer) : new Saved.Refused(checked.problems());
    }

    /** @param login whose entry it is; what the entry says of it does not matter */
    public Saved edit(String login, ExpertEntry entry, Actor officer) {
        requireKeeper(officer);
        Expert expert = experts.find(login).orElseThrow();
        var wanted = new ExpertEntry(
                expert.login(),
                expert.name(),
                entry.employer(),
                entry.title(),
                entry.majors(),
                entry.availableFrom(),
                entry.availableTo(),
                entry.email());
        CheckedEntry checked = check.check(wanted, officer);
        return checked.isGood() ? save(checked, officer) : new Saved.Refused(checked.problems());
    }

    public void setActive(String login, boolean active, Actor officer) {
        requireKeeper(officer);
        Expert expert = experts.find(login).orElseThrow();
        experts.setActive(expert.account(), active);
        audit.record(AuditEntry.of(active ? "expert.reactivated" : "expert.deactivated", "expert", login));
    }

    /** A checked entry; the same one again changes nothing more. */
    Saved.Done save(CheckedEntry checked, Actor officer) {
        OrganisationId employer = checked.employer().orElseThrow().id();
        Optional<String> email = Optional.of(checked.entry().email()).filter(text -> !text.isEmpty());
        Optional<String> password = Optional.empty();
        AccountId account;
        if (checked.account().isPresent()) {
            account = checked.account().get().id();
            if (email.isPresent()) {
                directory.reachAt(checked.account().get(), email);
            }
        } else {
            var handover = accounts.createWithOneTimePassword(
                    new NewAccount(checked.entry().login(), checked.entry().name(), email));
            account = done(handover.result());
            password = Optional.of(handover.oneTimePassword());
        }
        holdPostAt(account, employer, officer);
        experts.put(account, employer, checked.facts().orElseThrow(), clock.instant());
        String login = AccountDirectory.canonical(checked.entry().login());
        audit.record(AuditEntry.of(
                checked.effect() == CheckedEntry.Effect.UPDATE ? "expert.changed" : "expert.added",
                "expert",
                login,
                Map.of("employer", employer.value())));
        return new Saved.Done(
                login,
                checked.entry().name(),
                checked.employer().get().name(),
                checked.effect().message(),
                password);
    }

    /** One post as expert, that of the present employer: tasks are offered to it. */
    private void holdPostAt(AccountId account, OrganisationId employer, Actor officer) {
        var wanted = new Post(employer, Role.EXPERT);
        var held = accounts.posts(account);
        held.stream()
                .filter(post -> post.role() == Role.EXPERT && !post.equals(wanted))
                .forEach(post -> done(accounts.revoke(account, post, officer)));
        if (!held.contains(wanted)) {
            done(accounts.grant(account, wanted, officer));
        }
    }

    private static AccountId done(AccountResult result) {
        if (result instanceof AccountResult.Done done) {
            return done.account();
        }
        throw new IllegalStateException("An entry that was checked is refused: " + result);
    }

    public boolean isKeptBy(Actor actor) {
        return actor.holds(leadDepartment.officers());
    }

    void requireKeeper(Actor actor) {
        if (!isKeptBy(actor)) {
            throw new AccessDeniedException("The pool of experts is kept by 教育厅's officers");
        }
    }
}
