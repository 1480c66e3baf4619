package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new version of a model and its forms is for new cases: those under way keep what they began with. */
@IntegrationTest
class ModelVersionsTest {

    private static final String PROCESS = "schoolApplication";

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskForms forms;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Applications filing;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    Submission submission;
    Actor reviewer;
    String deployment;

    @BeforeEach
    void anOpenRound() {
        submission = new Submission(walk, people, rounds.justOpened());
        reviewer = people.cityReviewer(LOUDI);
    }

    @AfterEach
    void theNewVersionIsGone() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aCaseUnderWayKeepsItsFormAndItsModel() {
        var before = submission.by(OF_LOUDI);
        int version = latestVersion();

        deployment = deployedWith("city-review.form", "\"label\": \"审核意见\"", "\"label\": \"新版审核意见\"");
        var after = submission.by(Submission.OF_LOUDI, "culture-base");

        assertThat(latestVersion()).isEqualTo(version + 1);
        assertThat(labels(before)).contains("审核意见").doesNotContain("新版审核意见");
        assertThat(labels(after)).contains("新版审核意见").doesNotContain("审核意见");
        assertThat(definition(before)).isNotEqualTo(definition(after));
        assertThat(inbox.complete(
                        walk.task(before, reviewer).id(), reviewer, Submission.recommending(), Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
        assertThat(walk.task(before, people.provincialOfficer()).processDefinitionId())
                .isEqualTo(definitionOfVersion(version));
        assertThat(filing.withdraw(after, people.applicantOf(OF_LOUDI), "测试结束")).isTrue();
    }

    private List<String> labels(ApplicationNumber number) {
        var form = forms.formOf(walk.task(number, reviewer)).orElseThrow();
        return form.keys().stream()
                .flatMap(key -> form.field(key).stream())
                .map(field -> field.label().in(Locale.SIMPLIFIED_CHINESE))
                .toList();
    }

    private String definition(ApplicationNumber number) {
        return walk.task(number, reviewer).processDefinitionId();
    }

    private int latestVersion() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String definitionOfVersion(int version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .processDefinitionVersion(version)
                .singleResult()
                .getId();
    }

    /** Everything that was deployed with the latest version, one file changed. */
    private String deployedWith(String file, String from, String to) {
        String latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        var changed = repository.createDeployment().name("a later version");
        for (String resource : repository.getDeploymentResourceNames(latest)) {
            String content = read(latest, resource);
            boolean isIt = resource.endsWith(file);
            assertThat(!isIt || content.contains(from)).as(resource).isTrue();
            byte[] bytes = (isIt ? content.replace(from, to) : content).getBytes(StandardCharsets.UTF_8);
            changed.addInputStream(resource, new ByteArrayInputStream(bytes));
        }
        return changed.deploy().getId();
    }

    private String read(String id, String resource) {
        try (var content = repository.getResourceAsStream(id, resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
