package usbd4j.board;

/** How often tests repeat what must never fail. */
final class Cycles {
    /** Given to the JVM of the tests, for a longer run. */
    static final int COUNT = Integer.getInteger("usbd4j.cycles", 10);

    private Cycles() {}
}
