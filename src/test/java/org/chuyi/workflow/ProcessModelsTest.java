package org.chuyi.workflow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.testing.BulkTrial;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.workflow.ProcessModels.Element;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** Whatever a model names exists, and whatever exists for a model is named by one. */
@IntegrationTest
class ProcessModelsTest {

    private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern MESSAGE_NAME = Pattern.compile("[a-z][a-zA-Z]*\\.[a-z][a-zA-Z]*");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][a-zA-Z0-9]*)}");
    private static final Pattern BEAN_METHOD =
            Pattern.compile("\\$\\{([a-z][a-zA-Z0-9]*)\\.([a-z][a-zA-Z0-9]*)\\(execution\\)}");
    private static final Pattern COMPARISON = Pattern.compile("\\$\\{[a-z][a-zA-Z0-9]*( ?[!=]= ?'[a-zA-Z_]+')?}");
    private static final String FORM_OF_PACK = "${applicationForm}";

    private final ProcessModels models = new ProcessModels();

    @Autowired
    ApplicationContext beans;

    @Autowired
    PolicyPacks packs;

    @Autowired
    MessageSource messages;

    @Test
    void everyServiceTaskHasItsDelegate() {
        each(models.all(ServiceTask.class), task -> {
            assertThat(task.camunda("delegateExpression")).as("%s", task).isEqualTo("${" + task.id() + "}");
            assertThat(classOf(task.id()).getSimpleName()).isEqualTo(upperFirst(task.id()) + "Delegate");
            assertThat(JavaDelegate.class).isAssignableFrom(classOf(task.id()));
        });
    }

    @Test
    void everyDelegateIsUsedByAModel() {
        Set<String> used =
                models.all(ServiceTask.class).stream().map(Element::id).collect(toSet());
        each(Arrays.asList(beans.getBeanNamesForType(JavaDelegate.class)), bean -> assertThat(used)
                .contains(bean));
    }

    @Test
    void everyUserTaskHasAFormAndAHandlerAndALabel() {
        each(models.all(UserTask.class), task -> {
            String form = task.camunda("formRef");
            assertThat(formsOf(form)).as("%s", task).isNotEmpty();
            assertThat(models.forms()).as("%s", task).containsAll(formsOf(form));
            assertThat(task.camunda("formRefBinding")).as("%s", task).isEqualTo("deployment");
            assertThat(offerOf(task))
                    .as("%s is offered to a post, or to one person", task)
                    .isNotBlank();
            assertThat(classOf(task.id() + "Handler").getSimpleName()).isEqualTo(upperFirst(task.id()) + "Handler");
            assertThat(TaskHandler.class).isAssignableFrom(classOf(task.id() + "Handler"));
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(messages.getMessage("workflow.task." + task.id(), null, locale))
                        .isNotBlank();
            }
        });
    }

    @Test
    void everyHandlerIsUsedByAModel() {
        Set<String> used = models.all(UserTask.class).stream()
                .map(task -> task.id() + "Handler")
                .collect(toSet());
        var ours = Stream.of(beans.getBeanNamesForType(TaskHandler.class))
                .filter(bean -> !classOf(bean).equals(BulkTrial.class))
                .toList();
        each(ours, bean -> assertThat(used).contains(bean));
    }

    @Test
    void everyFormIsUsedByATaskOrIsAPacksScoreSheet() {
        Set<String> used = models.all(UserTask.class).stream()
                .flatMap(task -> formsOf(task.camunda("formRef")).stream())
                .collect(toSet());
        Set<String> sheets = scoreSheets();
        assertThat(sheets).doesNotContainAnyElementsOf(used);
        assertThat(models.forms()).containsAll(sheets);
        each(models.forms(), form -> assertThat(used.contains(form) ? used : sheets)
                .contains(form));
    }

    /** Filled in on the expert's desk, many for one task: they belong to their packs. */
    private Set<String> scoreSheets() {
        return packs.all().stream()
                .flatMap(pack -> pack.scoreSheet().stream())
                .map(sheet -> sheet.schema().id())
                .collect(toSet());
    }

    @Test
    void everyDecisionExistsAndIsTheOneDeployedWithItsModel() {
        Set<String> decisions = models.decisions().stream().map(Decision::getId).collect(toSet());
        each(models.all(BusinessRuleTask.class), task -> {
            assertThat(decisions).as("%s", task).contains(task.camunda("decisionRef"));
            assertThat(task.camunda("decisionRefBinding")).as("%s", task).isEqualTo("deployment");
        });
        each(models.decisions(), decision -> {
            assertThat(decision.getId()).matches(LOWER_CAMEL);
            assertThat(decision.getCamundaHistoryTimeToLiveString())
                    .as(decision.getId())
                    .isNotBlank();
        });
    }

    @Test
    void everyMessageAndErrorIsNamedByTheRuleAndUsed() {
        Set<Message> caught = models.all(MessageEventDefinition.class).stream()
                .map(definition -> definition.it().getMessage())
                .collect(toSet());
        each(models.all(Message.class), message -> {
            assertThat(message.id()).as("%s", message).isNotBlank();
            assertThat(message.name()).as("%s", message).matches(MESSAGE_NAME);
            assertThat(caught).as("%s", message).contains(message.it());
        });
        Set<Error> errors = models.all(ErrorEventDefinition.class).stream()
                .map(definition -> definition.it().getError())
                .collect(toSet());
        each(models.all(Error.class), error -> {
            assertThat(error.it().getErrorCode()).as("%s", error).matches(LOWER_CAMEL);
            assertThat(error.name()).as("%s", error).isNotBlank();
            assertThat(errors).as("%s", error).contains(error.it());
        });
    }

    @Test
    void everyExpressionNamesAnExistingBeanAndMethodOrComparesAVariable() {
        List<String> methods = new ArrayList<>();
        each(models.expressions(), expression -> {
            Matcher method = BEAN_METHOD.matcher(expression.text());
            if (method.matches()) {
                methods.add(expression.text());
                assertThat(methodsOf(method.group(1))).as("%s", expression).contains(method.group(2));
            } else {
                assertThat(expression.text()).as("%s", expression).matches(COMPARISON);
            }
        });
        assertThat(methods).isNotEmpty();
    }

    @Test
    void everyPublicMethodForExpressionsIsUsed() {
        Set<String> used = new TreeSet<>();
        models.expressions().forEach(expression -> {
            Matcher method = BEAN_METHOD.matcher(expression.text());
            if (method.matches()) {
                used.add(method.group(1) + "." + method.group(2));
            }
        });
        Set<String> asked =
                used.stream().map(name -> name.substring(0, name.indexOf('.'))).collect(toSet());
        each(asked, bean -> methodsOf(bean).forEach(method -> assertThat(used).contains(bean + "." + method)));
    }

    @Test
    void conditionsOnlyCompare() {
        each(models.all(ConditionExpression.class), condition -> assertThat(
                        condition.it().getTextContent())
                .as("%s", condition)
                .matches(Pattern.compile("\\$\\{[a-zA-Z]+ == '[a-zA-Z_]+'}")));
    }

    @Test
    void idsAreEnglishAndNamesChinese() {
        each(
                models.all(BaseElement.class).stream()
                        .filter(element -> element.it() instanceof FlowNode || element.it() instanceof SequenceFlow)
                        .toList(),
                element -> assertThat(element.id()).as("%s", element).matches(LOWER_CAMEL));
        each(named(Task.class), task -> assertThat(task.name()).as("%s", task).matches(CHINESE));
        each(
                named(Event.class),
                event -> assertThat(event.name()).as("%s", event).matches(CHINESE));
        each(
                models.all(Gateway.class).stream()
                        .filter(gateway -> gateway.it().getOutgoing().size() > 1)
                        .filter(gateway ->
                                gateway.it().getElementType().getTypeName().equals("exclusiveGateway"))
                        .toList(),
                gateway -> {
                    assertThat(gateway.name())
                            .as("%s", gateway)
                            .matches(CHINESE)
                            .endsWith("？");
                    assertThat(gateway.it().getOutgoing())
                            .as("%s", gateway)
                            .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank());
                });
    }

    @Test
    void everyTaskAndProcessSaysWhatItIsFor() {
        each(
                models.all(Activity.class),
                task -> assertThat(documentation(task)).as("%s", task).isNotBlank());
        each(models.all(Process.class), process -> {
            assertThat(documentation(process)).as("%s", process).isNotBlank();
            assertThat(process.camunda("historyTimeToLive")).as("%s", process).isNotBlank();
            assertThat(process.id()).matches(LOWER_CAMEL);
            assertThat(process.name()).matches(CHINESE);
            assertThat(process.model().file()).isEqualTo(hyphenated(process.id()) + ".bpmn");
        });
    }

    @Test
    void everyProcessHasAClassOfItsNames() {
        each(
                models.all(Process.class),
                process -> assertThat(classesOf(process.id())).as("%s", process).isNotEmpty());
    }

    @Test
    void everythingIsDrawn() {
        Set<ModelElementInstance> drawn = Stream.concat(
                        models.all(BpmnShape.class).stream()
                                .map(shape -> shape.it().getBpmnElement()),
                        models.all(BpmnEdge.class).stream()
                                .map(edge -> edge.it().getBpmnElement()))
                .collect(toSet());
        each(
                models.all(FlowNode.class),
                node -> assertThat(drawn).as("%s", node).contains(node.it()));
        each(
                models.all(SequenceFlow.class),
                flow -> assertThat(drawn).as("%s", flow).contains(flow.it()));
    }

    @Test
    void nothingIsScripted() {
        assertThat(models.all()).isNotEmpty();
        assertThat(models.all(ScriptTask.class)).isEmpty();
        assertThat(models.expressions())
                .noneMatch(expression ->
                        expression.text().contains("=") && !expression.text().matches(COMPARISON.pattern()));
    }

    /** Checks each, of which there must be some: a rule that looks at nothing proves nothing. */
    private static <T> void each(Collection<T> things, java.util.function.Consumer<T> rule) {
        assertThat(things).isNotEmpty().allSatisfy(rule::accept);
    }

    private <E extends FlowNode> List<Element<E>> named(Class<E> type) {
        return models.all(type);
    }

    private static String offerOf(Element<UserTask> task) {
        String post = task.camunda("candidateGroups");
        return post == null ? task.camunda("assignee") : post;
    }

    private Set<String> formsOf(String formRef) {
        return FORM_OF_PACK.equals(formRef)
                ? packs.all().stream()
                        .map(pack -> "application-" + pack.code().value())
                        .collect(toSet())
                : formRef == null ? Set.of() : Set.of(formRef);
    }

    private Class<?> classOf(String bean) {
        return AopUtils.getTargetClass(beans.getBean(bean));
    }

    private Set<String> methodsOf(String bean) {
        return Stream.of(classOf(bean).getDeclaredMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {DelegateExecution.class}))
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(toSet());
    }

    private static List<String> classesOf(String process) {
        return new com.tngtech.archunit.core.importer.ClassFileImporter()
                .importPackages("org.chuyi").stream()
                        .map(com.tngtech.archunit.core.domain.JavaClass::getSimpleName)
                        .filter(name -> name.equals(upperFirst(process) + "Process"))
                        .toList();
    }

    private static String documentation(Element<? extends BaseElement> element) {
        return element.it().getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static String upperFirst(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    private static String hyphenated(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
