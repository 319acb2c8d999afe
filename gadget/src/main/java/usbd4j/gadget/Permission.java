package usbd4j.gadget;

/** What to do without the permission to make gadgets and to mount. */
public final class Permission {
    /** The advice for who is not root. */
    public static final Remedy REMEDY = Remedy.byHand(
            "Run as root (sudo), or serve what root created for this user: see \"usbd4j create\" and --functionfs");

    private Permission() {}
}
