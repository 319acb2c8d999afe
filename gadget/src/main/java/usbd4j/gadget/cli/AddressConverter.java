package usbd4j.gadget.cli;

/** Reads an address of a memory: 4 bytes, in hexadecimal. */
final class AddressConverter extends CheckedConverter<Long> {
    @Override
    Long checked(String text) {
        if (!text.matches("0[xX][0-9a-fA-F]{1,8}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no address: write it in hexadecimal, such as 0x08004000".formatted(text));
        }
        return Long.decode(text);
    }
}
