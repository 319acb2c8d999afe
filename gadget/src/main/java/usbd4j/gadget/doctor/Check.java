package usbd4j.gadget.doctor;

/** A look at one thing that a board needs. */
interface Check {
    /** {@return what is there now} Changes nothing. */
    Row look();

    /** {@return whether only a device controller, and the kernel's interfaces to it, make a device need this} */
    default boolean isForController() {
        return false;
    }
}
