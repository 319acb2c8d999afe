package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.BOOLEAN;
import static usbd4j.gadget.devicefile.NumberTypes.POLL_TIMEOUT;
import static usbd4j.gadget.devicefile.NumberTypes.U16;
import static usbd4j.gadget.devicefile.NumberTypes.U8;
import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.device.FaultAction;
import usbd4j.stack.fault.DataChange;

/** The keys of {@code [[fault]]} that change data. */
final class FaultChangeTable {
    /** Where the fields of the answer to GETSTATUS are (DFU 1.1, 6.1.2). */
    private static final int STATUS_AT = 0;

    private static final int POLL_TIMEOUT_AT = 1;
    private static final int STATE_AT = 4;
    private static final int STRING_AT = 5;

    private static final ValueType<byte[]> BYTES = TEXT.as(
            "hexadecimal digits such as \"de ad\"",
            FaultChangeTable::bytes,
            bytes -> HexFormat.of().formatHex(bytes));

    private FaultChangeTable() {}

    static FaultAction.Change read(Table table, long seed) {
        List<DataChange> changes = new ArrayList<>();
        field(table, "bStatus", U8, STATUS_AT, 1, "bStatus of the answer to GETSTATUS, as its number.", changes);
        field(
                table,
                "bwPollTimeout",
                POLL_TIMEOUT,
                POLL_TIMEOUT_AT,
                3,
                "bwPollTimeout of the answer to GETSTATUS.",
                changes);
        field(table, "bState", U8, STATE_AT, 1, "bState of the answer to GETSTATUS, as its number.", changes);
        field(table, "iString", U8, STRING_AT, 1, "iString of the answer to GETSTATUS.", changes);
        int offset = table.value("offset", U16, 0, "Where other bytes are.");
        table.optional("bytes", BYTES, "the right ones", "Other bytes, from offset on.")
                .ifPresent(bytes -> changes.add(DataChange.bytes(offset, bytes)));
        table.optional("flipped-bits", U16, "0", "How many bits are flipped in each transfer, drawn by seed.")
                .ifPresent(count -> changes.add(DataChange.flippedBits(count, seed)));
        if (table.value("lost", BOOLEAN, false, "Each byte is 0xff, as in flash where nothing was written.")) {
            changes.add(DataChange.lost());
        }
        table.optional("shifted", U16, "0", "By how many bytes the data come later; the last ones are lost.")
                .ifPresent(count -> changes.add(DataChange.shifted(count)));
        table.optional("repeated", U16, "0", "How many bytes, the first ones, come twice; the last ones are lost.")
                .ifPresent(count -> changes.add(DataChange.repeated(count)));
        Optional<Integer> length = length(table);
        length.ifPresent(each -> changes.add(DataChange.length(each)));
        return new FaultAction.Change(changes);
    }

    static Optional<Integer> length(Table table) {
        return table.optional(
                "length",
                U16,
                "the right one; required for \"short\"",
                "How many bytes: cut, or with zero bytes behind, as far as the host asks for them; of a transfer of an endpoint at"
                        + " most so many.");
    }

    private static byte[] bytes(String text) {
        try {
            return HexFormat.of().parseHex(text.replace(" ", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is not bytes, of two hexadecimal digits each, such as \"de ad\"".formatted(text), e);
        }
    }

    private static void field(
            Table table,
            String key,
            ValueType<Integer> type,
            int at,
            int length,
            String meaning,
            List<DataChange> changes) {
        table.optional(key, type, "the right one", meaning).ifPresent(value -> {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (value >> (Byte.SIZE * i));
            }
            changes.add(DataChange.bytes(at, bytes));
        });
    }
}
