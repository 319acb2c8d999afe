package usbd4j.gadget;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "usbd4j.gadget", importOptions = DoNotIncludeTests.class)
class GadgetArchitectureTest {
    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("usbd4j.gadget.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsItsParser = noClasses()
            .that()
            .resideOutsideOfPackage("usbd4j.gadget.cli")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.commons.cli.."));

    @ArchTest
    static final ArchRule nobodyKnowsJna = noClasses().should().dependOnClassesThat(resideInAPackage("com.sun.jna.."));
}
