package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static usbd4j.stack.BusEvent.CONFIGURED;
import static usbd4j.stack.BusEvent.DECONFIGURED;
import static usbd4j.stack.BusEvent.DETACHED;
import static usbd4j.stack.BusEvent.RESET;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.Probe.Request;
import usbd4j.stack.descriptor.StringDescriptor;
import usbd4j.stack.example.Loopback;

/**
 * What every {@link UsbBus} must do: inherit it, say how a host is attached, and all of it must pass. The host may be in
 * another thread, process or machine; where it does something to the bus, the tests wait for what the device is told.
 */
public abstract class UsbBusContract {
    /** A host, and a device of which the first interface has number 0, that has one bulk endpoint each way, and interrupt OUT endpoints. */
    public interface Rig extends AutoCloseable {
        /**
         * Sends an IN request.
         *
         * @param setup the request
         * @return what the device answered
         * @throws Stalled if it refused
         */
        byte[] controlIn(SetupPacket setup);

        /**
         * Sends an OUT request.
         *
         * @param setup the request
         * @param data the data stage, wLength bytes
         * @throws Stalled if the device refused
         */
        void controlOut(SetupPacket setup, byte... data);

        /**
         * Sends a request and gives it up if the device takes longer than the host's patience.
         *
         * @param patienceMillis how long the host waits, where hosts know time
         * @param setup the request
         * @param data the data stage of an OUT request, wLength bytes
         */
        void giveUp(int patienceMillis, SetupPacket setup, byte... data);

        /**
         * Writes to the bulk OUT endpoint.
         *
         * @param data at most 16 KiB
         */
        void write(byte... data);

        /**
         * Reads from the bulk IN endpoint, until a packet is short or there are enough.
         *
         * @param length how many bytes at most, a multiple of 512
         * @return what came
         */
        byte[] read(int length);

        /**
         * Writes to the interrupt OUT endpoint with packets of that size.
         *
         * @param packetSize the endpoint's
         * @param data one packet
         */
        void report(int packetSize, byte... data);

        /** Resets the bus, and configures the device again. */
        void reset();

        /** Sends SET_CONFIGURATION 0. */
        void deconfigure();

        /** Pulls the cable. */
        void detach();

        /** Takes device and host down, also after {@link #detach}. */
        @Override
        void close();
    }

    /** The host saw a request stalled. */
    public static final class Stalled extends RuntimeException {
        private static final long serialVersionUID = 1;

        /**
         * A stall.
         *
         * @param cause how the host tells it
         */
        public Stalled(Throwable cause) {
            super(cause);
        }
    }

    private static final int IMPATIENT = 1000;
    private static final int IN_A_ROW = 10;
    private static final int LONGEST_PATIENCE_MILLIS = 5;

    /** Long enough for the device to have seen a request, even on a busy virtual board. */
    private static final int LESS_THAN_LATER_MILLIS = 500;

    private final Probe probe = new Probe();
    private final Reports reports = new Reports();

    @AutoClose
    private Rig rig;

    /** For those who inherit it. */
    protected UsbBusContract() {}

    /**
     * {@return a host with a device that it has configured}
     *
     * @param classes the device's functions
     */
    protected abstract Rig attach(UsbClass... classes);

    /**
     * {@return whether a request with a data stage from the host can be refused}
     *
     * <p>Where it cannot, the host sees a refused one taken, and does not wait for the device; that must go on all the same.
     */
    protected boolean canRefuseData() {
        return true;
    }

    /** {@return the longest data stage of a control transfer that the bus takes, in bytes, 256 to 4096} */
    protected int longestDataStage() {
        return 4096;
    }

    private int stage(int length) {
        return Math.min(length, longestDataStage());
    }

    @BeforeEach
    final void attachProbe() {
        rig = attach(probe, new Loopback(), reports);
        assertThat(probe.nextEvent()).as("what comes first").isEqualTo(CONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 512, 4096})
    final void dataComeIn(int length) {
        int sent = stage(length);

        assertThat(rig.controlIn(Probe.send(sent, sent))).isEqualTo(Probe.pattern(sent));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 512, 4095})
    final void fewerDataThanTheHostWantsComeIn(int length) {
        int sent = Math.min(length, longestDataStage() - 1);

        assertThat(rig.controlIn(Probe.send(sent, longestDataStage()))).isEqualTo(Probe.pattern(sent));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 512})
    final void noMoreDataThanTheHostWantsComeIn(int wLength) {
        int wanted = stage(wLength);

        assertThat(rig.controlIn(Probe.send(4096, wanted))).isEqualTo(Probe.pattern(wanted));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 512, 4096})
    final void dataGoOut(int length) {
        byte[] sent = Probe.pattern(stage(length));
        rig.controlOut(Probe.receive(sent.length), sent);

        assertThat(probe.nextReceived()).isEqualTo(sent);
    }

    @Test
    final void dataGoOutLittleEndian() {
        rig.controlOut(Probe.receive(1), (byte) 0);
        probe.nextReceived();

        assertThat(probe.nextByteOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    final void aRequestWithoutDataIsAcknowledged() {
        rig.controlOut(Probe.acknowledge(0x1234));

        assertThat(probe.nextAcknowledged()).as("wValue").isEqualTo(0x1234);
    }

    @Test
    final void requestsComeInTheirOrder() {
        for (int wValue = 0; wValue < 20; wValue++) {
            rig.controlOut(Probe.acknowledge(wValue));
        }

        for (int wValue = 0; wValue < 20; wValue++) {
            assertThat(probe.nextAcknowledged()).isEqualTo(wValue);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLASS", "VENDOR"})
    final void requestsOfEitherTypeReachTheClass(RequestType type) {
        SetupPacket setup = SetupPacket.of(Direction.IN, type, Recipient.INTERFACE, Request.SEND.bRequest(), 3, 0, 3);

        assertThat(rig.controlIn(setup)).isEqualTo(Probe.pattern(3));
    }

    @ParameterizedTest
    @EnumSource
    final void aRefusalIsAStall(Stage stage) {
        assertStalled(stage, Request.REFUSE);
    }

    @ParameterizedTest
    @EnumSource
    final void theDeviceGoesOnAfterAStall(Stage stage) {
        assertStalled(stage, Request.REFUSE);

        assertServing();
    }

    @ParameterizedTest
    @EnumSource
    final void theDeviceGoesOnAfterAClassFailed(Stage stage) {
        assertStalled(stage, Request.FAIL);

        assertServing();
    }

    /** The host gives up before, within and after each stage: how far a request has come when it does is left to chance. */
    @ParameterizedTest
    @EnumSource
    final void theDeviceAnswersAfterAThousandRequestsThatTheHostGaveUp(Stage stage) {
        for (int count = 0; count < IMPATIENT; count++) {
            stage.giveUp(rig, 1 + count % LONGEST_PATIENCE_MILLIS);
        }

        assertAnswered();
        rig.controlOut(Probe.receive(64), Probe.pattern(64));
        assertServing();
    }

    @ParameterizedTest
    @EnumSource
    final void theDeviceAnswersBetweenRequestsThatTheHostGaveUp(Stage stage) {
        for (int count = 0; count < IMPATIENT; count++) {
            stage.giveUp(rig, 1 + count % LONGEST_PATIENCE_MILLIS);
            if (count % IN_A_ROW == 0) {
                assertAnswered();
            }
        }

        rig.controlOut(Probe.receive(64), Probe.pattern(64));
        assertServing();
    }

    @Test
    final void anAnswerMayComeLater() {
        assertThat(rig.controlIn(Probe.sendLater(65))).isEqualTo(Probe.pattern(65));
        assertServing();
    }

    @ParameterizedTest
    @EnumSource
    final void aClassIsToldThatTheHostDoesNotWaitForItsLaterAnswer(Stage stage) {
        for (int count = 1; count <= 3; count++) {
            stage.giveUpLater(rig, LESS_THAN_LATER_MILLIS, count);
            assertServing();

            if (waitsForTheDevice(stage)) {
                assertThat(probe.nextGivenUp()).isEqualTo(count);
            }
        }
        assertThat(rig.controlIn(Probe.sendLater(65))).isEqualTo(Probe.pattern(65));
    }

    /** A host may ask for nothing, and still wait for the status stage. */
    @Test
    final void theDeviceGoesOnAfterALaterAnswerWithoutDataThatTheHostGaveUp() {
        rig.giveUp(LESS_THAN_LATER_MILLIS, Probe.request(Direction.IN, Request.LATER, 1, 0));

        assertServing();
        assertThat(probe.nextGivenUp()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    final void aBusResetGivesUpALaterAnswer(Stage stage) {
        stage.giveUpLater(rig, LESS_THAN_LATER_MILLIS, 3);
        rig.reset();

        if (waitsForTheDevice(stage)) {
            assertThat(probe.nextGivenUp()).isEqualTo(3);
        }
        assertThat(probe.nextEvent()).isEqualTo(RESET);
        assertThat(probe.nextEvent()).isEqualTo(CONFIGURED);
        assertServing();
    }

    @Test
    final void anInterfaceShowsItsClassSpecificDescriptor() {
        SetupPacket getDescriptor = new SetupPacket(0x81, 6, Probe.DESCRIPTOR.bDescriptorType() << 8, 0, 255);

        assertThat(rig.controlIn(getDescriptor))
                .isEqualTo(Probe.DESCRIPTOR.bytes().array());
    }

    @Test
    final void aClassKnowsWhereTheHostFindsItsString() {
        SetupPacket getDescriptor = new SetupPacket(0x80, 6, 3 << 8 | probe.stringIndex(), 0x0409, 255);

        assertThat(rig.controlIn(getDescriptor))
                .isEqualTo(new StringDescriptor(Probe.STRING.in(0x0409)).bytes().array());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 513, 5000, 16384})
    final void bulkDataGoOutAndComeIn(int length) {
        rig.write(Probe.pattern(length));

        assertThat(rig.read(16384)).isEqualTo(Probe.pattern(length));
    }

    @Test
    final void severalBulkTransfersAreUnderWay() {
        for (int length = 1; length <= 4; length++) {
            rig.write(Probe.pattern(length));
        }

        for (int length = 1; length <= 4; length++) {
            assertThat(rig.read(512)).isEqualTo(Probe.pattern(length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Reports.ODD, Reports.LARGEST})
    final void everyReportIsATransfer(int packetSize) {
        for (int sent = 0; sent < 5; sent++) {
            byte[] report = Probe.pattern(packetSize);
            report[0] = (byte) sent;
            rig.report(packetSize, report);

            assertThat(reports.next()).isEqualTo(report);
        }
    }

    @Test
    final void shorterReportsAreTransfersToo() {
        rig.report(Reports.ODD, (byte) 1);
        rig.report(Reports.LARGEST, (byte) 2, (byte) 3);

        assertThat(List.of(reports.next(), reports.next()))
                .containsExactlyInAnyOrder(new byte[] {1}, new byte[] {2, 3});
    }

    @Test
    final void bulkDataFlowAgainAfterABusReset() {
        rig.write(Probe.pattern(3));
        assertThat(rig.read(512)).isEqualTo(Probe.pattern(3));
        rig.reset();
        assertThat(probe.nextEvent()).isEqualTo(RESET);
        assertThat(probe.nextEvent()).isEqualTo(CONFIGURED);
        rig.write(Probe.pattern(5));

        assertThat(rig.read(512)).isEqualTo(Probe.pattern(5));
    }

    @Test
    final void aBusResetIsToldAndThenTheNewConfiguration() {
        rig.reset();

        assertThat(probe.nextEvent()).isEqualTo(RESET);
        assertThat(probe.nextEvent()).isEqualTo(CONFIGURED);
    }

    @Test
    final void everyBusResetIsTold() {
        for (int count = 0; count < 3; count++) {
            rig.reset();

            assertThat(probe.nextEvent()).isEqualTo(RESET);
            assertThat(probe.nextEvent()).isEqualTo(CONFIGURED);
        }
    }

    @Test
    final void theDeviceGoesOnAfterABusReset() {
        rig.reset();
        assertThat(probe.nextEvent()).isEqualTo(RESET);
        assertThat(probe.nextEvent()).isEqualTo(CONFIGURED);

        assertServing();
    }

    @Test
    final void aTransferIsDroppedBeforeTheBusResetIsTold() {
        Forgetful forgetful = attachForgetful();

        rig.reset();

        assertThat(forgetful.next()).isEqualTo("transfer DROPPED");
        assertThat(forgetful.nextButDropped()).isEqualTo("RESET");
        assertThat(forgetful.next()).isEqualTo("CONFIGURED");
    }

    @Test
    final void aTransferIsDroppedBeforeTheDisconnectIsTold() {
        Forgetful forgetful = attachForgetful();

        rig.detach();

        assertThat(forgetful.next()).isEqualTo("transfer DROPPED");
        assertThat(forgetful.nextButDropped()).isEqualTo("DETACHED");
    }

    @Test
    final void aConfigurationTakenBackIsNoReset() {
        rig.deconfigure();

        assertThat(probe.nextEvent()).isEqualTo(DECONFIGURED);
    }

    @Test
    final void anUnpluggedDeviceIsDetached() {
        rig.detach();

        assertThat(probe.nextEvent()).isEqualTo(DETACHED);
    }

    /** {@return a class in place of the probe, with a transfer under way} */
    private Forgetful attachForgetful() {
        rig.close();
        Forgetful forgetful = new Forgetful();
        rig = attach(forgetful);
        assertThat(forgetful.next()).isEqualTo("CONFIGURED");
        rig.write((byte) 1);
        assertThat(forgetful.next()).isEqualTo("transfer DONE");
        return forgetful;
    }

    private void assertStalled(Stage stage, Request request) {
        if (waitsForTheDevice(stage)) {
            assertThatExceptionOfType(Stalled.class).isThrownBy(() -> stage.send(rig, request));
        } else {
            assertThatNoException().isThrownBy(() -> stage.send(rig, request));
            assertThat(probe.nextRefused()).isEqualTo(request);
        }
    }

    /**
     * {@return whether the host waits until the device has seen the request} Where it does not, it may go on, or reset the bus,
     * before that, and the request is lost.
     */
    private boolean waitsForTheDevice(Stage stage) {
        return stage != Stage.DATA_OUT || canRefuseData();
    }

    /**
     * The request after one that the host gave up: Linux's device side can send the other's answer, if the device gave it while
     * the host gave up.
     */
    private void assertAnswered() {
        assertThatNoException().isThrownBy(() -> rig.controlIn(Probe.send(65, 65)));
    }

    private void assertServing() {
        assertThat(rig.controlIn(Probe.send(65, 65))).isEqualTo(Probe.pattern(65));
    }
}
