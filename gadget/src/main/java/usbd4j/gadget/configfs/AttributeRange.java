package usbd4j.gadget.configfs;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * The values that the kernel accepts for the attributes of a function, from Documentation/ABI/testing/configfs-usb-gadget-*
 * and its code.
 */
final class AttributeRange {
    private static final String FLAG = "0 or 1";
    private static final String ADDRESS = "a MAC address, such as 02:00:00:00:00:01";
    private static final String BYTE = "a number from 0 to 255";
    private static final String POSITIVE = "a number from 1 up";
    private static final String INTERVAL = "a number from 1 to 16";
    private static final String CHANNELS = "a mask of channels, such as 3 for left and right";
    private static final String SAMPLE_SIZE = "a number of bytes from 1 to 4";
    private static final String RATE = "a number of samples per second, such as 48000";

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            entry("hid/protocol", BYTE + ": 0 none, 1 keyboard, 2 mouse"),
            entry("hid/subclass", BYTE + ": 0 none, 1 boot interface"),
            entry("hid/report_length", "a number from 0 to 65535, bytes; hosts need 1 at least"),
            entry("hid/report_desc", "the bytes of a report descriptor, at most 4096"),
            entry("hid/no_out_endpoint", FLAG),
            entry("mass_storage/stall", FLAG),
            entry("mass_storage/num_buffers", "a number from 2 to 4"),
            entry(
                    "mass_storage/lun.N/file",
                    "the path of a file or block device that exists; none only with removable = 1, written before it"),
            entry("mass_storage/lun.N/ro", FLAG + ", written before file"),
            entry("mass_storage/lun.N/removable", FLAG),
            entry("mass_storage/lun.N/cdrom", FLAG + ", written before file"),
            entry("mass_storage/lun.N/nofua", FLAG),
            entry("mass_storage/lun.N/inquiry_string", "a text of at most 28 characters"),
            entry("ecm/dev_addr", ADDRESS),
            entry("ecm/host_addr", ADDRESS),
            entry("ecm/qmult", POSITIVE),
            entry("ecm/ifname", "a pattern such as usb%d"),
            entry("rndis/class", "a number from 0 to ff, hexadecimal"),
            entry("rndis/subclass", "a number from 0 to ff, hexadecimal"),
            entry("rndis/protocol", "a number from 0 to ff, hexadecimal"),
            entry("uac1/c_chmask", CHANNELS),
            entry("uac1/p_chmask", CHANNELS),
            entry("uac1/c_srate", RATE),
            entry("uac1/p_srate", RATE),
            entry("uac1/c_ssize", SAMPLE_SIZE),
            entry("uac1/p_ssize", SAMPLE_SIZE),
            entry("uac1/req_number", POSITIVE),
            entry("midi/in_ports", "a number from 0 to 16"),
            entry("midi/out_ports", "a number from 0 to 16"),
            entry("midi/buflen", "a number of bytes"),
            entry("midi/qlen", "a number of requests"),
            entry("printer/pnp_string", "a text, the device ID of IEEE 1284"),
            entry("printer/q_len", "a number of requests"),
            entry("uvc/streaming_interval", INTERVAL),
            entry("uvc/streaming_maxpacket", "a number from 1 to 3072"),
            entry("uvc/streaming_maxburst", "a number from 0 to 15"),
            entry("Loopback/qlen", "a number of requests"),
            entry("Loopback/bulk_buflen", "a number of bytes"),
            entry("SourceSink/pattern", "0 (zeros), 1 (modulo 63) or 2 (none)"),
            entry("SourceSink/isoc_interval", INTERVAL),
            entry("SourceSink/isoc_maxpacket", "a number from 0 to 1024"),
            entry("SourceSink/isoc_mult", "a number from 0 to 2"),
            entry("SourceSink/isoc_maxburst", "a number from 0 to 15"),
            entry("SourceSink/bulk_buflen", "a number of bytes"));

    /** Kinds that have the same attributes as another kind. */
    private static final Map<String, String> LIKE = Map.of("ncm", "ecm", "eem", "ecm", "rndis", "ecm", "uac2", "uac1");

    private AttributeRange() {}

    /** {@return a description of the values that an attribute accepts; empty if it is not listed here} */
    static Optional<String> of(String kind, String attribute) {
        String path = attribute.replaceFirst("^lun\\.[0-9]+/", "lun.N/");
        return Optional.ofNullable(ALLOWED.get("%s/%s".formatted(kind, path)))
                .or(() -> Optional.ofNullable(ALLOWED.get("%s/%s".formatted(LIKE.getOrDefault(kind, kind), path))));
    }
}
