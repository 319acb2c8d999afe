package usbd4j.gadget.capture;

/**
 * Where a device is. It has another address each time that it comes to the bus.
 *
 * @param bus the number of the host's bus
 * @param address the device's address there
 */
record BusAddress(int bus, int address) {
    @Override
    public String toString() {
        return bus + "." + address;
    }
}
