package org.chuyi.publicity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.chuyi.shared.IdentityNumber;
import org.chuyi.shared.SocialCreditCode;

/** What an objection must say; each rule gives the field and the message key of what is wrong. */
final class ObjectionRules {

    static final int SHORTEST_GROUNDS = 10;
    static final int LONGEST_GROUNDS = 3000;

    private static final int LONGEST_NAME = 100;
    private static final Pattern PHONE = Pattern.compile("[0-9+\\-]{7,20}");

    private ObjectionRules() {}

    /** @return by field; empty when all is well */
    static Map<String, String> problems(NewObjection wanted, PublicityList list, LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        int length = wanted.grounds().codePointCount(0, wanted.grounds().length());
        if (length < SHORTEST_GROUNDS || length > LONGEST_GROUNDS) {
            problems.put("grounds", "publicity.problem.grounds");
        }
        if (!wanted.about().isEmpty() && !list.names(wanted.about())) {
            problems.put("about", "publicity.problem.about");
        }
        switch (wanted.kind()) {
            case PERSON -> person(wanted.objector(), today, problems);
            case ORGANISATION -> organisation(wanted, problems);
            case ANONYMOUS -> {}
        }
        return problems;
    }

    private static void person(Objector objector, LocalDate today, Map<String, String> problems) {
        name("name", objector.name(), problems);
        if (!IdentityNumber.isValid(objector.identity(), today)) {
            problems.put("identity", "publicity.problem.identity");
        }
        phone(objector, problems);
    }

    private static void organisation(NewObjection wanted, Map<String, String> problems) {
        var objector = wanted.objector();
        name("organisation", objector.organisation(), problems);
        name("name", objector.name(), problems);
        if (!SocialCreditCode.isValid(objector.identity())) {
            problems.put("identity", "publicity.problem.creditCode");
        }
        phone(objector, problems);
        if (wanted.file().isEmpty()) {
            problems.put("file", "publicity.problem.file");
        }
    }

    private static void name(String field, String name, Map<String, String> problems) {
        if (name.length() < 2 || name.length() > LONGEST_NAME) {
            problems.put(field, "publicity.problem.name");
        }
    }

    private static void phone(Objector objector, Map<String, String> problems) {
        if (!PHONE.matcher(objector.phone()).matches()) {
            problems.put("phone", "publicity.problem.phone");
        }
    }
}
