package usbd4j.dfu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** Rules for the DFU classes: no threads, no clock, no waiting. The time is a parameter. */
@AnalyzeClasses(packages = "usbd4j.dfu", importOptions = DoNotIncludeTests.class)
class DfuArchitectureTest {
    @ArchTest
    static final ArchRule thereAreNoThreads = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(Thread.class).or(resideInAPackage("java.util.concurrent..")));

    @ArchTest
    static final ArchRule nobodyReadsTheClock = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class));

    @ArchTest
    static final ArchRule nobodyWaits = noClasses()
            .should()
            .callMethod(Object.class, "wait")
            .orShould()
            .callMethod(Object.class, "wait", long.class);

    @ArchTest
    static final ArchRule onlyTheStacksPortsAreUsed = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("usbd4j.."))
                    .or(resideInAnyPackage("usbd4j.dfu..", "usbd4j.stack", "usbd4j.stack.descriptor")));

    @ArchTest
    static final ArchRule theVocabularyDoesNotKnowTheRuntime = noClasses()
            .that()
            .resideInAPackage("usbd4j.dfu")
            .should()
            .dependOnClassesThat(resideInAPackage("usbd4j.dfu.runtime"));

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("usbd4j.(**)").should().beFreeOfCycles();
}
