package org.chuyi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePackagePrivate;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.workflow.TaskHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** How the code is built; each rule looks at something, or fails. */
@AnalyzeClasses(packages = "org.chuyi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENGINE = "org.camunda..";
    private static final String[] ENGINE_HOUSES = {"org.chuyi.workflow..", "org.chuyi..process.."};

    private static final DescribedPredicate<JavaClass> CONTROLLER = DescribedPredicate.describe(
            "controllers",
            each -> each.isAnnotatedWith(Controller.class) || each.isAnnotatedWith(RestController.class));

    @ArchTest
    static final ArchRule theEngineStaysInItsHouse = noClasses()
            .that()
            .resideOutsideOfPackages(ENGINE_HOUSES)
            .should()
            .dependOnClassesThat(resideInAPackage(ENGINE))
            .because("a fork of the engine under another package name must stay a mechanical change away")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule theEnginesHouseUsesTheEngine = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .resideInAPackage("org.chuyi..process..")
            .andShould(bePackagePrivate())
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule onlyTheEnginesPublicInterfaceIsUsedBesideOurChangesOfIt = noClasses()
            .that()
            .resideInAnyPackage(ENGINE_HOUSES)
            .and()
            .resideOutsideOfPackage("org.chuyi.workflow.engine")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl.."))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule delegatesTranslateAndNeverDecide = classes()
            .that()
            .implement(JavaDelegate.class)
            .should(branchLittle())
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule taskHandlersStandBesideTheirProcess = classes()
            .that()
            .implement(TaskHandler.class)
            .should()
            .resideInAPackage("org.chuyi..process..")
            .andShould(bePackagePrivate())
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule controllersAreNobodyElsesBusiness =
            classes().that(CONTROLLER).should(bePackagePrivate()).allowEmptyShould(false);

    @ArchTest
    static final ArchRule controllersAskTheModuleAndNotTheDatabase = noClasses()
            .that(CONTROLLER)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule whatABeanNeedsComesThroughItsConstructor = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule timeIsAnInstant = noClasses()
            .that()
            .resideOutsideOfPackages("org.chuyi.workflow..", "org.chuyi..process..", "org.chuyi.notification.mail..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Date.class.getName())
            .because("only the engine and the mail library speak of dates")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule theTimeIsAskedOfTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move the time of the " + Clock.class.getSimpleName() + " bean")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .that()
            .doNotHaveSimpleName("VerifyRecord")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a command may print, a server logs")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule valueTypesKnowNoFramework = noClasses()
            .that()
            .resideInAPackage("org.chuyi.shared..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", ENGINE)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule aClassIsNamedAfterWhatItIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .allowEmptyShould(false);

    /** A delegate reads the id, calls the module, sets one variable or throws a BpmnError: few calls. */
    private static ArchCondition<JavaClass> branchLittle() {
        int most = 10;
        return new ArchCondition<>("make at most " + most + " calls in execute") {
            @Override
            public void check(JavaClass delegate, ConditionEvents events) {
                var execute = delegate.getMethods().stream()
                        .filter(method -> method.getName().equals("execute"))
                        .findFirst()
                        .orElseThrow();
                int calls = execute.getCallsFromSelf().size();
                events.add(new SimpleConditionEvent(
                        delegate, calls <= most, delegate.getSimpleName() + " makes " + calls + " calls"));
            }
        };
    }
}
