package usbd4j.gadget.serve;

/** What the program does once a DETACH has made the device leave the bus. */
public sealed interface OnDetach permits Reattach, Exit, Exec, EnterDfuMode {
    /**
     * Called with the device off the bus.
     *
     * @return whether it comes back
     * @throws usbd4j.gadget.GadgetException if what was asked for failed
     */
    boolean comesBack();

    /** Ends what {@link #comesBack} is doing, if anything. May be called on any thread. */
    default void stop() {}

    /** {@return whether the device may come back, and so must be bound again} */
    boolean mayComeBack();

    /**
     * {@return what a text stands for}
     *
     * @param text {@code reattach}, {@code dfu-mode}, {@code exit} or {@code exec:COMMAND}
     * @throws IllegalArgumentException if it is none of these, or there is no such command
     */
    static OnDetach of(String text) {
        if (text.equals("reattach")) {
            return new Reattach();
        }
        if (text.equals("dfu-mode")) {
            return new EnterDfuMode();
        }
        if (text.equals("exit")) {
            return new Exit();
        }
        if (text.startsWith(Exec.PREFIX)) {
            return Exec.of(text.substring(Exec.PREFIX.length()));
        }
        throw new IllegalArgumentException("\"%s\" is none of reattach, dfu-mode, exit, exec:COMMAND".formatted(text));
    }
}
