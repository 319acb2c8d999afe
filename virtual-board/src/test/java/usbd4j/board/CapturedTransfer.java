package usbd4j.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A control transfer in a capture, without what differs from host to host: times and addresses.
 *
 * @param request bmRequestType, bRequest, wValue, wIndex and wLength
 * @param sent the data that the host sent, hexadecimal
 * @param status 0 or a negative errno
 * @param received the data that the device sent, hexadecimal
 */
record CapturedTransfer(String request, String sent, String status, String received) {
    private static final String SUBMITTED = "'S'";
    private static final List<String> FIELDS = List.of(
            "usb.urb_type",
            "usb.urb_id",
            "usb.urb_status",
            "usb.capdata",
            "usb.data_fragment",
            "usb.bmRequestType",
            "usb.setup.bRequest",
            "usb.setup.wValue",
            "usb.setup.wIndex",
            "usb.setup.wLength");

    /** {@return all of a capture but those of root hubs, whose address is 1} */
    static List<CapturedTransfer> all(Path capture) {
        return read(capture, "usb.transfer_type == 2 && usb.device_address != 1");
    }

    /** {@return those of a class with an interface as recipient} */
    static List<CapturedTransfer> ofClass(Path capture) {
        return all(capture).stream()
                .filter(each -> each.request.startsWith("0x21 ") || each.request.startsWith("0xa1 "))
                .toList();
    }

    private static List<CapturedTransfer> read(Path capture, String filter) {
        List<String> options = Stream.concat(
                        Stream.of("-T", "fields"), FIELDS.stream().flatMap(each -> Stream.of("-e", each)))
                .toList();
        Map<String, List<String>> pending = new LinkedHashMap<>();
        List<CapturedTransfer> transfers = new ArrayList<>();
        for (String line : Tshark.list(capture, options, filter)) {
            List<String> fields = List.of((line + " ").split("\t"));
            if (fields.get(0).equals(SUBMITTED)) {
                pending.put(fields.get(1), fields);
            } else if (pending.containsKey(fields.get(1))) {
                transfers.add(of(pending.remove(fields.get(1)), fields));
            }
        }
        return transfers;
    }

    private static CapturedTransfer of(List<String> submitted, List<String> completed) {
        return new CapturedTransfer(
                String.join(" ", submitted.subList(5, submitted.size())).strip(),
                submitted.get(3) + submitted.get(4),
                completed.get(2),
                completed.get(3) + completed.get(4));
    }
}
