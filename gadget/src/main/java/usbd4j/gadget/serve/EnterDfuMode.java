package usbd4j.gadget.serve;

/** The device comes back in DFU mode: as another device, which {@link Upgrade} serves. */
public record EnterDfuMode() implements OnDetach {
    @Override
    public boolean comesBack() {
        return false;
    }

    @Override
    public boolean mayComeBack() {
        return true;
    }
}
