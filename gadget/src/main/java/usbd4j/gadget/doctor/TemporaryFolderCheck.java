package usbd4j.gadget.doctor;

import usbd4j.gadget.library.TemporaryFolder;

/**
 * The folder from which JNA runs its native library.
 *
 * @param folder the folder
 * @param isNeeded whether the library has to be unpacked there; the launcher knows one that is unpacked already
 */
record TemporaryFolderCheck(TemporaryFolder folder, boolean isNeeded) implements Check {
    private static final String NAME = "temporary folder";
    private static final String NEEDED = "writable, and programs run from there";

    @Override
    public Row look() {
        String path = folder.path().toString();
        return folder.lack()
                .map(lack -> isNeeded ? Row.missing(NAME, path, NEEDED, lack) : Row.note(NAME, path, NEEDED, lack))
                .orElseGet(() -> Row.ok(NAME, path, NEEDED));
    }
}
