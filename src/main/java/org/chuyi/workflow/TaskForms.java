package org.chuyi.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.stereotype.Service;

/**
 * The forms as they were deployed with a version of a process: an old case keeps the form of its time. Deployments never
 * change, so each is read once.
 */
@Service
public class TaskForms {

    private final RepositoryService repository;
    private final InboxCases cases;
    private final Map<String, Map<String, FormSchema>> formsByDeployment = new ConcurrentHashMap<>();
    private final Map<String, String> deploymentByDefinition = new ConcurrentHashMap<>();

    TaskForms(RepositoryService repository, InboxCases cases) {
        this.repository = repository;
        this.cases = cases;
    }

    /** The form of an inbox task; empty when the task has none. */
    public Optional<FormSchema> formOf(InboxTask task) {
        return task.formKey().map(key -> form(task.processDefinitionId(), key));
    }

    /**
     * @param formId the form's id in its file, e.g. {@code city-review}
     * @throws IllegalStateException when that version of the process was deployed without it
     */
    public FormSchema form(String processDefinitionId, String formId) {
        String deployment = deploymentByDefinition.computeIfAbsent(
                processDefinitionId, id -> repository.getProcessDefinition(id).getDeploymentId());
        FormSchema schema =
                formsByDeployment.computeIfAbsent(deployment, this::formsIn).get(formId);
        if (schema == null) {
            throw new IllegalStateException("No form " + formId + " deployed with " + processDefinitionId);
        }
        return schema;
    }

    /** The form as it belongs to a case, also after the case has ended. */
    public FormSchema formOfCase(String businessKey, String formId) {
        return form(cases.processDefinitionOf(businessKey), formId);
    }

    /** The form that a case begun now would get. */
    public FormSchema latest(String processKey, String formId) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult()
                .getId();
        return form(definition, formId);
    }

    private Map<String, FormSchema> formsIn(String deployment) {
        Map<String, FormSchema> forms = new HashMap<>();
        for (String resource : repository.getDeploymentResourceNames(deployment)) {
            if (resource.endsWith(".form")) {
                FormSchema schema = read(deployment, resource);
                forms.put(schema.id(), schema);
            }
        }
        return Map.copyOf(forms);
    }

    private FormSchema read(String deployment, String resource) {
        try (InputStream content = repository.getResourceAsStream(deployment, resource)) {
            return FormSchema.parse(content.readAllBytes(), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
