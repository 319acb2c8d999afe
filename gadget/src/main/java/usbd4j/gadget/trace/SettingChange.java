package usbd4j.gadget.trace;

import java.time.Instant;

/**
 * The host has chosen an alternate setting, and the kernel has answered. Where the device answers SET_INTERFACE itself, that is a
 * control transfer.
 *
 * @param time when
 * @param bInterfaceNumber the interface's number
 * @param bAlternateSetting the setting's number
 */
public record SettingChange(Instant time, int bInterfaceNumber, int bAlternateSetting) implements TraceEvent {
    @Override
    public String text() {
        return "interface " + bInterfaceNumber + ": alternate setting " + bAlternateSetting;
    }

    @Override
    public void tell(TraceVisitor visitor) {
        visitor.setting(this);
    }
}
