package usbd4j.gadget.doctor;

/** A look at one thing that a board needs. */
interface Check {
    /** {@return what is there now} Changes nothing. */
    Row look();
}
