package usbd4j.junit;

import java.lang.System.LoggerFinder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;

/** Serves the device of {@link UsbDeviceUnderTest} while a test runs. */
final class DeviceExtension
        implements BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(DeviceExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        UsbDeviceUnderTest asked = annotation(context).orElseThrow();
        requireTranscript();
        ServedDevice served = start(asked, context.getDisplayName());
        store(context).put(ServedDevice.class, served);
        DeviceUnderTest device = new DeviceUnderTest(served, Duration.ofSeconds(asked.timeLimit()));
        store(context).put(DeviceUnderTest.class, device);
        try {
            device.awaitReenumeration();
        } catch (DeviceFailure e) {
            if (!asked.required() && isForLackOfVhci(e)) {
                Assumptions.abort(e.getMessage());
            }
            throw e;
        }
    }

    private static Optional<UsbDeviceUnderTest> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), UsbDeviceUnderTest.class)
                .or(() -> context.getParent().flatMap(DeviceExtension::annotation));
    }

    /** What a device logs goes to the first finder on the class path, whoever's that is. */
    private static void requireTranscript() {
        LoggerFinder finder = LoggerFinder.getLoggerFinder();
        if (!(finder instanceof ConsoleLoggerFinder)) {
            throw new ExtensionConfigurationException(
                    "What the device logs is taken by %s, and there is no transcript; put usbd4j-gadget before it on the class path"
                            .formatted(finder.getClass().getName()));
        }
    }

    private static ServedDevice start(UsbDeviceUnderTest asked, String test) {
        try {
            return ServedDevice.start(asked);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "@UsbDeviceUnderTest of %s: %s".formatted(test, e.getMessage()), e);
        }
    }

    private static boolean isForLackOfVhci(DeviceFailure failure) {
        return failure.getCause() instanceof GadgetException gadget
                && (gadget.status() == ExitStatus.NO_KERNEL_SUPPORT || gadget.status() == ExitStatus.NO_PERMISSION);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DeviceUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Optional.ofNullable(store(context).get(DeviceUnderTest.class))
                .orElseThrow(
                        () -> new ParameterResolutionException(
                                "There is a DeviceUnderTest for test methods, and for those of @BeforeEach and @AfterEach, only"));
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        handleTestExecutionException(context, failure);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        DeviceUnderTest device = store(context).get(DeviceUnderTest.class, DeviceUnderTest.class);
        if (device != null && !(failure instanceof DeviceFailure) && !(failure instanceof TestAbortedException)) {
            failure.addSuppressed(new DeviceTranscript(device.toString(), device.transcript()));
        }
        throw failure;
    }

    /** Called after a test that has failed, too. */
    @Override
    public void afterEach(ExtensionContext context) {
        ServedDevice served = store(context).remove(ServedDevice.class, ServedDevice.class);
        if (served == null) {
            return;
        }
        served.close();
        boolean isTold = context.getExecutionException().isPresent();
        if (!isTold && served.transcript().cause().isPresent()) {
            throw served.transcript().failure("the device has failed");
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
