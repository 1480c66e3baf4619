package org.chuyi.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be. */
@Component
class PasswordPolicy {

    static final int SHORTEST = 10;
    /** More than anybody types, little enough to hash. */
    static final int LONGEST = 128;

    static final int CLASSES = 3;

    private interface Rule {
        Optional<AccountProblem> check(String password, String login, List<String> formerHashes);
    }

    private final List<Rule> rules = List.of(
            PasswordPolicy::longEnough,
            PasswordPolicy::shortEnough,
            PasswordPolicy::mixed,
            PasswordPolicy::withoutLogin,
            this::notUsedBefore);

    private final PasswordEncoder encoder;

    PasswordPolicy(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** @param formerHashes the last passwords, the present one among them */
    List<AccountProblem> problems(String password, String login, List<String> formerHashes) {
        return rules.stream()
                .map(rule -> rule.check(password, login, formerHashes))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AccountProblem> longEnough(String password, String login, List<String> former) {
        return when(password.length() < SHORTEST, AccountProblem.PASSWORD_TOO_SHORT);
    }

    private static Optional<AccountProblem> shortEnough(String password, String login, List<String> former) {
        return when(password.length() > LONGEST, AccountProblem.PASSWORD_TOO_LONG);
    }

    /** Of lower case, upper case, digits and everything else. */
    private static Optional<AccountProblem> mixed(String password, String login, List<String> former) {
        long classes = Stream.of(
                        password.chars().anyMatch(Character::isLowerCase),
                        password.chars().anyMatch(Character::isUpperCase),
                        password.chars().anyMatch(Character::isDigit),
                        password.chars()
                                .anyMatch(c -> !Character.isLowerCase(c)
                                        && !Character.isUpperCase(c)
                                        && !Character.isDigit(c)))
                .filter(present -> present)
                .count();
        return when(classes < CLASSES, AccountProblem.PASSWORD_TOO_SIMPLE);
    }

    private static Optional<AccountProblem> withoutLogin(String password, String login, List<String> former) {
        return when(
                password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT)),
                AccountProblem.PASSWORD_CONTAINS_LOGIN);
    }

    private Optional<AccountProblem> notUsedBefore(String password, String login, List<String> former) {
        return when(
                password.length() <= LONGEST && former.stream().anyMatch(hash -> encoder.matches(password, hash)),
                AccountProblem.PASSWORD_USED_BEFORE);
    }

    private static Optional<AccountProblem> when(boolean broken, AccountProblem problem) {
        return broken ? Optional.of(problem) : Optional.empty();
    }
}
