package org.chuyi.selection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.AccountDirectory;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.AccountProblem;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationSearch;
import org.chuyi.organisation.Organisations;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** Checks entries of the pool, however many, in a few statements; each problem says what to do. */
@Component
class ExpertEntryCheck {

    private static final int LONGEST_TITLE = 50;
    private static final int MOST_MAJORS = 10;
    private static final int PROPOSED = 3;
    private static final Pattern BETWEEN_CODES = Pattern.compile("[、，,;；/\\s]+");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final AccountDirectory accounts;
    private final Experts experts;
    private final Organisations organisations;

    ExpertEntryCheck(AccountDirectory accounts, Experts experts, Organisations organisations) {
        this.accounts = accounts;
        this.experts = experts;
        this.organisations = organisations;
    }

    CheckedEntry check(ExpertEntry entry, Actor officer) {
        return check(List.of(entry), officer).get(0);
    }

    /** In the same order. */
    List<CheckedEntry> check(List<ExpertEntry> entries, Actor officer) {
        var logins = entries.stream().map(ExpertEntry::login).toList();
        Map<String, Account> known = accounts.byLogin(logins);
        Map<String, Expert> pool =
                experts.withLogins(known.keySet()).stream().collect(Collectors.toMap(Expert::login, expert -> expert));
        Set<AccountId> inOffice = accounts.holdingOffice(known.values());
        Map<String, Organisation> employers = organisations.byNames(
                entries.stream().map(ExpertEntry::employer).toList());
        return entries.stream()
                .map(entry -> {
                    String login = AccountDirectory.canonical(entry.login());
                    return new Question(
                                    entry,
                                    officer,
                                    Optional.ofNullable(known.get(login)),
                                    inOffice,
                                    Optional.ofNullable(pool.get(login)),
                                    Optional.ofNullable(employers.get(entry.employer())))
                            .answer();
                })
                .toList();
    }

    /** One entry with what is known about it. */
    private final class Question {

        private final ExpertEntry entry;
        private final Actor officer;
        private final Optional<Account> account;
        private final Set<AccountId> inOffice;
        private final Optional<Expert> expert;
        private final Optional<Organisation> employer;
        private final List<FieldProblem> problems = new ArrayList<>();

        Question(
                ExpertEntry entry,
                Actor officer,
                Optional<Account> account,
                Set<AccountId> inOffice,
                Optional<Expert> expert,
                Optional<Organisation> employer) {
            this.entry = entry;
            this.officer = officer;
            this.account = account;
            this.inOffice = inOffice;
            this.expert = expert;
            this.employer = employer;
        }

        CheckedEntry answer() {
            checkAccount();
            checkEmployer();
            if (entry.title().length() > LONGEST_TITLE) {
                problem("title", "selection.entry.problem.titleTooLong", LONGEST_TITLE);
            }
            var majors = majors();
            var from = date("availableFrom", entry.availableFrom());
            var to = date("availableTo", entry.availableTo());
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                problem("availableTo", "selection.entry.problem.datesReversed");
            }
            var effect = expert.isPresent()
                    ? CheckedEntry.Effect.UPDATE
                    : account.isPresent() ? CheckedEntry.Effect.NEW_POST : CheckedEntry.Effect.NEW_ACCOUNT;
            return new CheckedEntry(
                    entry,
                    effect,
                    account,
                    expert,
                    employer,
                    problems.isEmpty()
                            ? Optional.of(new ExpertFacts(entry.title(), majors, from, to))
                            : Optional.empty(),
                    List.copyOf(problems));
        }

        private void checkAccount() {
            var wanted = new NewAccount(
                    entry.login(), entry.name(), Optional.of(entry.email()).filter(email -> !email.isEmpty()));
            for (AccountProblem found : Accounts.problems(wanted)) {
                problem(fieldOf(found), found.message());
            }
            account.filter(known -> !known.name().equals(entry.name()))
                    .ifPresent(known -> problem(
                            "name", "selection.entry.problem.otherName", known.login(), known.name(), entry.name()));
            account.filter(known -> known.id().equals(officer.account()))
                    .ifPresent(known -> problem("login", "selection.entry.problem.oneself"));
            account.filter(known -> inOffice.contains(known.id()))
                    .ifPresent(known -> problem("login", "selection.entry.problem.holdsOffice", known.login()));
            account.filter(known -> !known.enabled())
                    .ifPresent(known -> problem("login", "selection.entry.problem.accountDisabled", known.login()));
        }

        private void checkEmployer() {
            if (entry.employer().isEmpty()) {
                problem("employer", "selection.entry.problem.employerMissing");
            } else if (employer.isEmpty()) {
                var proposed = proposals(entry.employer());
                if (proposed.isEmpty()) {
                    problem("employer", "selection.entry.problem.employerUnknown", entry.employer());
                } else {
                    problem("employer", "selection.entry.problem.employerPerhaps", entry.employer(), proposed);
                }
            } else {
                expert.filter(known -> known.panels() > 0)
                        .filter(known -> !known.employer().equals(employer.get().id()))
                        .ifPresent(known -> problem(
                                "employer", "selection.entry.problem.employerFixed", known.name(), known.panels()));
            }
        }

        private List<String> majors() {
            var codes = Arrays.stream(BETWEEN_CODES.split(entry.majors()))
                    .filter(code -> !code.isEmpty())
                    .map(code -> code.toUpperCase(java.util.Locale.ROOT))
                    .distinct()
                    .toList();
            if (codes.isEmpty()) {
                problem("majors", "selection.entry.problem.majorsMissing");
            } else if (codes.size() > MOST_MAJORS) {
                problem("majors", "selection.entry.problem.majorsTooMany", MOST_MAJORS);
            }
            codes.stream()
                    .filter(code -> Specialty.of(code).isEmpty())
                    .forEach(code -> problem("majors", "selection.entry.problem.majorUnknown", code));
            return codes;
        }

        private Optional<LocalDate> date(String field, String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Matcher parts = DATE.matcher(text);
            try {
                if (parts.matches()) {
                    return Optional.of(LocalDate.parse("%s-%02d-%02d"
                            .formatted(
                                    parts.group(1),
                                    Integer.parseInt(parts.group(2)),
                                    Integer.parseInt(parts.group(3)))));
                }
            } catch (DateTimeParseException noSuchDay) {
                // told below
            }
            problem(field, "selection.entry.problem.date", text);
            return Optional.empty();
        }

        private void problem(String field, String code, Object... arguments) {
            problems.add(FieldProblem.of(field, "selection.entry." + field, code, arguments));
        }
    }

    private static String fieldOf(AccountProblem problem) {
        return switch (problem) {
            case NAME_MISSING -> "name";
            case EMAIL_MALFORMED -> "email";
            default -> "login";
        };
    }

    /** Names of the directory that contain what was written, or its beginning. */
    private String proposals(String written) {
        Map<String, Organisation> found = new LinkedHashMap<>();
        for (String part : parts(written)) {
            organisations.search(OrganisationSearch.any().named(part).size(PROPOSED)).rows().stream()
                    .filter(each -> found.size() < PROPOSED)
                    .forEach(each -> found.put(each.name(), each));
        }
        return String.join("、", found.keySet());
    }

    private static Collection<String> parts(String written) {
        int half = Math.max(2, written.length() / 2);
        return written.length() <= half ? List.of(written) : List.of(written, written.substring(0, half));
    }
}
