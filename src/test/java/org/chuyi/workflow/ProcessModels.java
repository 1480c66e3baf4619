package org.chuyi.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every model under {@code processes/}, as Camunda's own API reads it. */
final class ProcessModels {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final List<Model> models = new ArrayList<>();
    private final List<DmnModelInstance> tables = new ArrayList<>();
    private final Set<String> forms = new TreeSet<>();

    /** @param file its name, for messages */
    record Model(String file, BpmnModelInstance instance) {

        Process process() {
            return instance.getModelElementsByType(Process.class).iterator().next();
        }

        <E extends ModelElementInstance> Stream<Element<E>> all(Class<E> type) {
            return instance.getModelElementsByType(type).stream().map(element -> new Element<>(this, element));
        }
    }

    /** An element that says where it is. */
    record Element<E extends ModelElementInstance>(Model model, E it) {

        String id() {
            return it.getAttributeValue("id");
        }

        String name() {
            return it.getAttributeValue("name");
        }

        String camunda(String attribute) {
            return it.getAttributeValueNs(CAMUNDA, attribute);
        }

        @Override
        public String toString() {
            return model.file() + "#" + id();
        }
    }

    ProcessModels() {
        for (Resource file : files("bpmn")) {
            models.add(new Model(file.getFilename(), read(file, Bpmn::readModelFromStream)));
        }
        for (Resource file : files("dmn")) {
            tables.add(read(file, Dmn::readModelFromStream));
        }
        var json = new ObjectMapper();
        for (Resource file : files("form")) {
            forms.add(read(file, content -> json.readTree(content).get("id").asText()));
        }
    }

    List<Model> all() {
        return models;
    }

    <E extends ModelElementInstance> List<Element<E>> all(Class<E> type) {
        return models.stream().flatMap(model -> model.all(type)).toList();
    }

    Set<String> forms() {
        return forms;
    }

    List<Decision> decisions() {
        return tables.stream()
                .map(table -> table.getModelElementsByType(Decision.class))
                .flatMap(Collection::stream)
                .toList();
    }

    /** Every {@code ${…}} in an attribute or a text of any model, with its place. */
    List<Expression> expressions() {
        return models.stream()
                .flatMap(model ->
                        expressionsIn(model, model.instance().getDocument().getRootElement()))
                .toList();
    }

    record Expression(String place, String text) {
        @Override
        public String toString() {
            return place + " " + text;
        }
    }

    private static Stream<Expression> expressionsIn(Model model, DomElement element) {
        var attributes = Stream.of(
                        "delegateExpression",
                        "expression",
                        "candidateGroups",
                        "candidateUsers",
                        "assignee",
                        "dueDate",
                        "followUpDate",
                        "formRef",
                        "collection",
                        "decisionRef",
                        "priority")
                .map(name -> element.getAttribute(CAMUNDA, name));
        var text =
                element.getChildElements().isEmpty() && !element.getLocalName().equals("documentation")
                        ? Stream.of(element.getTextContent())
                        : Stream.<String>empty();
        var here = Stream.concat(attributes, text)
                .filter(value -> value != null && value.contains("${"))
                .map(value -> new Expression(model.file() + "#" + placeOf(element), value.strip()));
        return Stream.concat(here, element.getChildElements().stream().flatMap(child -> expressionsIn(model, child)));
    }

    private static String placeOf(DomElement element) {
        String id = element.getAttribute("id");
        return id != null || element.getParentElement() == null ? id : placeOf(element.getParentElement());
    }

    private static List<Resource> files(String ending) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:processes/**/*." + ending))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reader<T> {
        T read(InputStream content) throws IOException;
    }

    private static <T> T read(Resource file, Reader<T> reader) {
        try (InputStream content = file.getInputStream()) {
            return reader.read(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
