package usbd4j.stack.functionfs;

/**
 * The alternate setting that an endpoint belongs to, and whether the host has selected it. FunctionFS enables the endpoints
 * of all settings, so a transfer has to wait here until its endpoint's setting is in use.
 */
final class SettingInUse {
    private final int bInterfaceNumber;
    private final int bAlternateSetting;
    private final boolean isOnly;
    private boolean isSelected;

    /**
     * An alternate setting.
     *
     * @param bInterfaceNumber the interface
     * @param bAlternateSetting the setting
     * @param isOnly whether the interface has no other setting
     */
    SettingInUse(int bInterfaceNumber, int bAlternateSetting, boolean isOnly) {
        this.bInterfaceNumber = bInterfaceNumber;
        this.bAlternateSetting = bAlternateSetting;
        this.isOnly = isOnly;
    }

    boolean isInUse() {
        return isOnly || isSelected;
    }

    void select(int inInterface, int setting) {
        if (inInterface == bInterfaceNumber) {
            isSelected = setting == bAlternateSetting;
        }
    }

    void unselect() {
        isSelected = false;
    }
}
