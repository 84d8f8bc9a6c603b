package dev.jackfield.shell.internal.tap;

/**
 * Says whether more may come in.
 *
 * <p><i>Thread-safe.</i>
 */
public interface Gate {

    /**
     * Whether there is room.
     *
     * @return true if more may come in now
     */
    boolean open();

    /**
     * Waits, once, for room. A second call replaces the first.
     *
     * @param once runs on any thread, maybe inside this call
     */
    void whenOpen(Runnable once);
}
