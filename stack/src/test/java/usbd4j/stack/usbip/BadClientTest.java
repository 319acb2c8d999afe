package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not know the protocol, or do not care: the device goes on, and the next client is served. */
@Execution(CONCURRENT)
class BadClientTest {
    private static final int CMD_SUBMIT = 1;
    private static final int NO_MEMORY = -12;
    private static final int PROTOCOL_ERROR = -71;

    private final ExportedRig rig = new ExportedRig();

    @AfterEach
    void theNextClientIsServed() {
        rig.assertServes();
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x4745_5420, // GET, of HTTP
                0x0106_8005, // another version
                0x0111_8004, // an unknown command
                0x0111_0005, // an answer
                0xFFFF_FFFF
            })
    void rubbishIsNotAnswered(int word) {
        try (RawClient client = rig.connect().send(header(word))) {
            assertThat(client.isClosed()).isTrue();
        }
    }

    private static byte[] header(int word) {
        return ByteBuffer.allocate(8).putInt(word).array();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 8, 39})
    void aClientThatStopsInTheMiddleOfARequestIsDisconnected(int length) {
        try (RawClient client = rig.connect().send(Arrays.copyOf(RawClient.importOf("1-1"), length))) {
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void clientsThatSayNothingAreInNobodysWay() {
        List<RawClient> silent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            silent.add(rig.connect());
        }

        rig.assertServes();

        silent.forEach(RawClient::close);
    }

    @Test
    void clientsThatAreTooManyAreDisconnected() {
        List<RawClient> silent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            silent.add(rig.connect());
        }

        assertThat(silent).allMatch(RawClient::isClosed);
        silent.forEach(RawClient::close);
    }

    @Test
    void aClientThatDisappearsAfterItsRequestIsNotMissed() {
        rig.connect().send(RawClient.importOf("1-1")).reset();
    }

    @Test
    void anImporterThatSendsRubbishIsDisconnected() {
        try (RawClient client = imported()) {
            client.send(new byte[48]);
            assertThat(client.isClosed()).isTrue();
        }
        rig.awaitDetached();
    }

    @Test
    void anImporterThatDisappearsInTheMiddleOfATransferIsUnplugged() {
        imported()
                .send(Arrays.copyOf(submit(0, 0, 4096, outRequest(4096)), 100))
                .reset();
        rig.awaitDetached();
    }

    @Test
    void hugeLengthsAreRefused() {
        try (RawClient client = imported()) {
            client.send(submit(1, 0, Integer.MAX_VALUE, new byte[8]));
            assertThat(client.read(48).getInt(20)).isEqualTo(NO_MEMORY);
        }
        rig.awaitDetached();
    }

    @Test
    void aNegativeLengthEndsTheConnection() {
        try (RawClient client = imported()) {
            client.send(submit(1, 0, -1, new byte[8]));
            assertThat(client.isClosed()).isTrue();
        }
        rig.awaitDetached();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aSetupPacketThatTellsAnotherLengthReachesNobody(int direction) {
        try (RawClient client = imported()) {
            client.send(submit(direction, 0, 0, outRequest(64)));
            assertThat(client.read(48).getInt(20)).isEqualTo(PROTOCOL_ERROR);
        }
        rig.awaitDetached();
    }

    @Test
    void anImporterThatNeverReadsIsDisconnected() {
        try (RawClient client = imported()) {
            // Each is answered with 48 bytes, until no socket has room for more.
            byte[] request = submit(0, 5, 0, new byte[8]);
            ByteBuffer many = ByteBuffer.allocate(1000 * request.length);
            while (many.hasRemaining()) {
                many.put(request);
            }
            Thread sender = new Thread(() -> {
                try {
                    while (true) {
                        client.send(many.array());
                    }
                } catch (RuntimeException e) {
                    // The device has closed the connection.
                }
            });
            sender.start();
            rig.awaitDetached();
        }
    }

    private RawClient imported() {
        RawClient client = rig.connect().send(RawClient.importOf("1-1"));
        client.read(8 + 312);
        return client;
    }

    private static byte[] outRequest(int wLength) {
        return new byte[] {0x40, 1, 0, 0, 0, 0, (byte) wLength, (byte) (wLength >> 8)};
    }

    private static byte[] submit(int direction, int endpoint, int length, byte[] setup) {
        return ByteBuffer.allocate(48 + (direction == 0 && length > 0 ? length : 0))
                .putInt(CMD_SUBMIT)
                .putInt(1)
                .putInt(0x10002)
                .putInt(direction)
                .putInt(endpoint)
                .putInt(0)
                .putInt(length)
                .put(40, setup)
                .array();
    }
}
