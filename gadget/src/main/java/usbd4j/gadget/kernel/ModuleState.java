package usbd4j.gadget.kernel;

/** How a module is there. */
public enum ModuleState {
    /** It is in the kernel, loaded. */
    LOADED("loaded"),
    /** It is a part of the kernel. */
    BUILT_IN("built in"),
    /** The kernel loads it when it is asked for what the module does. */
    LOADABLE("can be loaded"),
    /** The kernel does not load it by itself: modprobe.d says so. */
    BLOCKED("kept out by modprobe.d"),
    /** This kernel does not have it. */
    ABSENT("not there");

    private final String text;

    ModuleState(String text) {
        this.text = text;
    }

    /** {@return whether what the module does is there when it is asked for} */
    public boolean isUsable() {
        return switch (this) {
            case LOADED, BUILT_IN, LOADABLE -> true;
            case BLOCKED, ABSENT -> false;
        };
    }

    /** {@return the state in words} */
    @Override
    public String toString() {
        return text;
    }
}
