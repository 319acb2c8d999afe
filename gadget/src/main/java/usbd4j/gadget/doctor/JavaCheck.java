package usbd4j.gadget.doctor;

/**
 * The Java that runs this program. An older one does not get so far.
 *
 * @param version its version, such as "17.0.13"
 * @param machine the name of its virtual machine
 */
record JavaCheck(String version, String machine) implements Check {
    @Override
    public Row look() {
        return Row.ok("Java", "%s (%s)".formatted(version, machine), "17 or later");
    }
}
