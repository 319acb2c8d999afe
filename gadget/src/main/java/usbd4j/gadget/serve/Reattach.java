package usbd4j.gadget.serve;

/** The device comes back in run-time at once. */
record Reattach() implements OnDetach {
    @Override
    public boolean comesBack() {
        return true;
    }

    @Override
    public boolean mayComeBack() {
        return true;
    }
}
