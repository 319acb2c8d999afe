package usbd4j.stack;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may use which. */
@AnalyzeClasses(packages = "usbd4j.stack", importOptions = DoNotIncludeTests.class)
class StackArchitectureTest {
    private static final String STACK = "usbd4j.stack";
    private static final String DESCRIPTOR = "usbd4j.stack.descriptor";
    private static final String LINUX = "usbd4j.stack.linux";
    private static final String SOFTWARE = "usbd4j.stack.software";
    private static final String UDC = "usbd4j.stack.udc";

    @ArchTest
    static final ArchRule onlyLinuxKnowsJna = noClasses()
            .that()
            .resideOutsideOfPackage(LINUX)
            .should()
            .dependOnClassesThat(resideInAPackage("com.sun.."));

    @ArchTest
    static final ArchRule nothingKnowsDfu = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("usbd4j.dfu..").or(resideInAPackage("usbd4j.gadget..")));

    @ArchTest
    static final ArchRule descriptorsUseNothing = mayUse(DESCRIPTOR, DESCRIPTOR);

    @ArchTest
    static final ArchRule theDeviceUsesDescriptors = mayUse(STACK, STACK, DESCRIPTOR);

    @ArchTest
    static final ArchRule theBusInMemoryUsesTheDevice =
            mayUse("usbd4j.stack.memory", "usbd4j.stack.memory", SOFTWARE, STACK, DESCRIPTOR);

    @ArchTest
    static final ArchRule theBusOverUsbIpUsesTheDeviceAndLinux =
            mayUse("usbd4j.stack.usbip", "usbd4j.stack.usbip", SOFTWARE, STACK, DESCRIPTOR, LINUX);

    @ArchTest
    static final ArchRule whatBusesWithoutAControllerShareUsesTheDevice = mayUse(SOFTWARE, SOFTWARE, STACK, DESCRIPTOR);

    @ArchTest
    static final ArchRule theControllerUsesTheDeviceAndLinux = mayUse(UDC, UDC, STACK, DESCRIPTOR, LINUX);

    @ArchTest
    static final ArchRule theBusOnFunctionFsUsesTheController =
            mayUse("usbd4j.stack.functionfs", "usbd4j.stack.functionfs", UDC, STACK, DESCRIPTOR, LINUX);

    @ArchTest
    static final ArchRule theBusOnGadgetFsUsesTheController =
            mayUse("usbd4j.stack.gadgetfs", "usbd4j.stack.gadgetfs", UDC, STACK, DESCRIPTOR, LINUX);

    @ArchTest
    static final ArchRule platformsUseTheDevice =
            mayUse("usbd4j.stack.platform", "usbd4j.stack.platform", STACK, DESCRIPTOR);

    @ArchTest
    static final ArchRule linuxUsesNothingOfTheDeviceButItsException = classes()
            .that()
            .resideInAPackage(LINUX)
            .should()
            .onlyDependOnClassesThat(notOurs().or(resideInAPackage(LINUX)).or(type(UsbException.class)));

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("usbd4j.(**)").should().beFreeOfCycles();

    private static ArchRule mayUse(String user, String... used) {
        return classes()
                .that()
                .resideInAPackage(user)
                .should()
                .onlyDependOnClassesThat(notOurs().or(JavaClass.Predicates.resideInAnyPackage(used)));
    }

    private static DescribedPredicate<JavaClass> notOurs() {
        return DescribedPredicate.not(resideInAPackage("usbd4j..")).as("not of usbd4j");
    }
}
