package org.chuyi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotificationTemplatesTest {

    private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z]+)}");

    /** The values that whoever tells must give. */
    private static final Map<String, Set<String>> TEMPLATES = Map.ofEntries(
            Map.entry("applicationSubmitted", Set.of("number", "title")),
            Map.entry("partnerAsked", Set.of("number", "title", "school")),
            Map.entry("partnerDeclined", Set.of("number", "title", "partner")),
            Map.entry("signOffAsked", Set.of("number", "title")),
            Map.entry("signOffReturned", Set.of("number", "title")),
            Map.entry("reviewAsked", Set.of("number", "title")),
            Map.entry("reviewReminder", Set.of("number", "title", "due")),
            Map.entry("reviewOverdue", Set.of("number", "title", "due")),
            Map.entry("reviewOverdueReport", Set.of("number", "title", "due", "who")),
            Map.entry("taskArrived", Set.of("step", "title")),
            Map.entry("listDisplayed", Set.of("round", "due")),
            Map.entry("applicationReturned", Set.of("number", "title", "due")),
            Map.entry("correctionReminder", Set.of("number", "title", "due")),
            Map.entry("filingReminder", Set.of("number", "title", "due")),
            Map.entry("applicationNotRecommended", Set.of("number", "title")),
            Map.entry("applicationNotSelected", Set.of("number", "title")),
            Map.entry("countersignAsked", Set.of("title")),
            Map.entry("reconciliationAsked", Set.of("title")),
            Map.entry("finalDecisionAsked", Set.of("title")),
            Map.entry("applicationExpired", Set.of("number", "title")),
            Map.entry("applicationApproved", Set.of("number", "title")),
            Map.entry("applicationRefused", Set.of("number", "title")),
            Map.entry("applicationWithdrawn", Set.of("number", "title")),
            Map.entry("expertInvited", Set.of("due", "title")),
            Map.entry("expertReminder", Set.of("due", "title")),
            Map.entry("expertLapsed", Set.of("title")),
            Map.entry("expertRecused", Set.of("title")),
            Map.entry("expertDrawAsked", Set.of("title")),
            Map.entry("expertSeatVacant", Set.of("title")),
            Map.entry("expertPanelShort", Set.of("title")),
            Map.entry("recommendationOpened", Set.of("round", "due")),
            Map.entry("recommendationSealed", Set.of("round", "body")),
            Map.entry("recommendationAccepted", Set.of("round")),
            Map.entry("recommendationReturned", Set.of("round", "reason", "due")),
            Map.entry("roundOpened", Set.of("round", "due")),
            Map.entry("scoringAsked", Set.of("title")),
            Map.entry("discussionAsked", Set.of("title")),
            Map.entry("discussionOpened", Set.of("title")),
            Map.entry("rescoringAsked", Set.of("title")),
            Map.entry("rankingAsked", Set.of("title")),
            Map.entry("taskReminder", Set.of("step", "title", "due")),
            Map.entry("taskOverdue", Set.of("step", "title", "due")),
            Map.entry("taskOverdueReport", Set.of("step", "title", "due", "who")),
            Map.entry("workFinished", Set.of("title")),
            Map.entry("workFailed", Set.of("title")),
            Map.entry("taskReleased", Set.of("number", "title", "person", "reason")),
            Map.entry("taskTransferred", Set.of("number", "title", "person", "reason")),
            Map.entry("taskDelegated", Set.of("number", "title", "person", "reason")),
            Map.entry("delegationRecalled", Set.of("number", "title", "person", "reason")),
            Map.entry("opinionGiven", Set.of("number", "title", "person", "reason")),
            Map.entry("taskUrged", Set.of("number", "title", "person", "reason")),
            Map.entry("caseCopied", Set.of("number", "title", "person", "reason")),
            Map.entry("stepReturned", Set.of("number", "title", "person", "reason")),
            Map.entry("decisionWithdrawn", Set.of("number", "title", "person", "reason")),
            Map.entry("signerAsked", Set.of("number", "title", "person", "reason")),
            Map.entry("signerDropped", Set.of("number", "title", "person", "reason")),
            Map.entry("signerAgreed", Set.of("number", "title", "person", "reason")),
            Map.entry("signerObjected", Set.of("number", "title", "person", "reason")),
            Map.entry("accountCreated", Set.of("login")),
            Map.entry("passwordReset", Set.of("login")));

    @Test
    void everyTemplateHasTitleAndTextInBothLanguages() {
        for (String language : new String[] {"", "_en"}) {
            Properties texts = texts(language);
            for (String template : TEMPLATES.keySet()) {
                assertThat(texts.getProperty("notification." + template + ".title"))
                        .as(template + language)
                        .isNotBlank();
                assertThat(texts.getProperty("notification." + template + ".text"))
                        .as(template + language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void bothLanguagesUseTheSameValuesAndNoOthers() {
        assertThat(valuesByTemplate("")).isEqualTo(new TreeMap<>(TEMPLATES));
        assertThat(valuesByTemplate("_en")).isEqualTo(new TreeMap<>(TEMPLATES));
    }

    @Test
    void everyTemplateIsOfOneKindThatPeopleChooseAbout() {
        assertThat(NoticeKind.allTemplates()).containsExactlyInAnyOrderElementsOf(TEMPLATES.keySet());
        assertThat(Stream.of(NoticeKind.values()).flatMap(kind -> kind.templates().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatApplicantsMayBeToldIsNamedOnce() {
        assertThat(TEMPLATES.keySet()).containsAll(ApplicantNotices.PUBLIC).containsAll(ApplicantNotices.OF_A_STEP);
        assertThat(ApplicantNotices.PUBLIC).doesNotContainAnyElementsOf(ApplicantNotices.OF_A_STEP);
    }

    @Test
    void noTextIsLeftThatNobodyKnows() {
        assertThat(texts("").stringPropertyNames().stream()
                        .filter(key -> key.endsWith(".title"))
                        .filter(key -> !key.matches("notification\\.(list|placeholder|example)\\..*"))
                        .map(key -> key.split("\\.")[1]))
                .containsExactlyInAnyOrderElementsOf(TEMPLATES.keySet());
    }

    private static Map<String, Set<String>> valuesByTemplate(String language) {
        Properties texts = texts(language);
        return TEMPLATES.keySet().stream()
                .collect(Collectors.toMap(
                        template -> template,
                        template -> {
                            Set<String> values = new TreeSet<>();
                            for (String part : new String[] {"title", "text"}) {
                                VALUE.matcher(texts.getProperty("notification." + template + "." + part))
                                        .results()
                                        .forEach(value -> values.add(value.group(1)));
                            }
                            return values;
                        },
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Properties texts(String language) {
        try (Reader reader = new InputStreamReader(
                NotificationTemplatesTest.class.getResourceAsStream(
                        "/messages/notification" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
