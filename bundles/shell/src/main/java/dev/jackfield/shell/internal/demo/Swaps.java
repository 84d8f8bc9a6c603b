package dev.jackfield.shell.internal.demo;

import java.io.IOException;
import java.util.List;

/**
 * A way to replace the connector that is in use, as often as you like. Its calls wait until they have taken effect.
 *
 * <p>Closing it puts everything back to how it was at the beginning.
 */
public interface Swaps extends AutoCloseable {

    /** The name on the panel under which connectors are replaced. */
    String NAME = "plain";

    /**
     * Replaces the connector in use by another one, and makes sure of it on the panel.
     *
     * @throws IOException if it took no effect
     * @throws InterruptedException if the calling thread was interrupted
     */
    void swap() throws IOException, InterruptedException;

    /**
     * The connectors that take turns, for people to read.
     *
     * @return always the same
     */
    List<String> sockets();

    /**
     * Which one is in use.
     *
     * @return an index of {@link #sockets()}
     */
    int inUse();

    @Override
    void close() throws IOException;
}
