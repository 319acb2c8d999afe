package usbd4j.gadget.serve;

/** The program takes everything down and ends. */
record Exit() implements OnDetach {
    @Override
    public boolean comesBack() {
        return false;
    }

    @Override
    public boolean mayComeBack() {
        return false;
    }
}
