package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;

/** Alternate settings on the real FunctionFS, which takes them and tells nobody which one the host chose. */
class AlternateSettingIT {
    private final Settings settings = new Settings();

    @AutoClose
    private final DeviceRig rig = DeviceRig.onFunctionFs(Identity.of(0x1209, 0x0004), settings);

    /** An interface with one setting, and one with three. */
    private static final class Settings implements UsbClass {
        private static final AlternateSetting EACH = AlternateSetting.of(0xFF, 0, 0);

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(EACH), UsbInterface.of(EACH, EACH, EACH));
        }

        @Override
        public void alternateSetting(int which, int bAlternateSetting, Instant now) {
            told.add("interface %d: setting %d".formatted(which, bAlternateSetting));
        }

        @Override
        public void event(BusEvent event, Instant now) {
            told.add(event.name());
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            told.add("request %d".formatted(setup.bRequest()));
            return Optional.of(Reply.ack());
        }

        List<String> next(int count) throws InterruptedException {
            String[] next = new String[count];
            for (int i = 0; i < count; i++) {
                next[i] = told.poll(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            return Arrays.asList(next);
        }
    }

    private static SetupPacket choose(int bInterfaceNumber, int bAlternateSetting) {
        return StandardRequest.SET_INTERFACE.setup(Recipient.INTERFACE, bAlternateSetting, bInterfaceNumber, 0);
    }

    @Test
    @Tag("short")
    void aClassIsToldOfEachChoiceBeforeTheRequestThatFollows() throws InterruptedException {
        UsbHost host = rig.host();
        assertThat(settings.next(3)).containsExactly("CONFIGURED", "interface 0: setting 0", "interface 1: setting 0");

        // More than the memory in which the kernel leaves them has room for.
        for (int i = 0; i < 200; i++) {
            int setting = i % 3;
            assertThat(host.control(choose(1, setting))).isPresent();
            assertThat(host.control(new SetupPacket(0x41, 7, 0, 1, 0))).isPresent();
            assertThat(settings.next(2)).containsExactly("interface 1: setting " + setting, "request 7");
        }
    }

    @Test
    void aChoiceThatTheKernelRefusesIsNone() throws InterruptedException {
        UsbHost host = rig.host();
        assertThat(settings.next(3)).endsWith("interface 1: setting 0");

        assertThat(host.control(choose(1, 3))).isEmpty();
        assertThat(host.control(choose(0, 1)))
                .as("the kernel does not know how many there are")
                .isPresent();
        assertThat(host.control(choose(1, 1))).isPresent();
        assertThat(settings.next(1)).containsExactly("interface 1: setting 1");
    }

    @Test
    void aResetTakesAlternateSettingsBack() throws InterruptedException {
        UsbHost host = rig.host();
        host.control(choose(1, 2));
        assertThat(settings.next(4)).endsWith("interface 1: setting 2");

        host.reset();
        assertThat(settings.next(4))
                .containsExactly("RESET", "CONFIGURED", "interface 0: setting 0", "interface 1: setting 0");
    }
}
