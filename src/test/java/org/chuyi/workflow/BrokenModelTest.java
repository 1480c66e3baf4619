package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class BrokenModelTest {

    private static final String MODEL = "processes/school-application/school-application.bpmn";
    private static final String TABLE = "processes/school-application/review-route.dmn";

    @Autowired
    RepositoryService repository;

    @Test
    void modelIsNamedWithTheLineAndNothingIsDeployed() throws IOException {
        long before = repository.createDeploymentQuery().count();
        String broken = Files.readString(Path.of(MODEL)).replaceFirst("targetRef=\"", "targetRef=\"nowhere");

        var refused = catchThrowableOfType(ParseException.class, () -> deploy(MODEL, broken));

        assertThat(told(BrokenModel.in(refused))).contains(MODEL + ":" + lineOf(broken, "targetRef=\"nowhere") + ": ");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void decisionTableIsNamedWithTheLineAndNothingIsDeployed() throws IOException {
        long before = repository.createDeploymentQuery().count();
        String broken = Files.readString(Path.of(TABLE)).replaceFirst("</decisionTable>", "</decisionTabel>");

        var refused = catchThrowableOfType(ProcessEngineException.class, () -> deploy(TABLE, broken));

        assertThat(told(BrokenModel.in(refused)))
                .contains(TABLE, "Line=" + lineOf(broken, "</decisionTabel>") + ":", "decisionTable");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private void deploy(String name, String content) {
        repository.createDeployment().addString(name, content).deploy();
    }

    private static String told(BrokenModel broken) {
        return new BrokenModelAnalyzer().analyze(broken).getDescription();
    }

    private static long lineOf(String content, String part) {
        return content.substring(0, content.indexOf(part)).lines().count();
    }
}
