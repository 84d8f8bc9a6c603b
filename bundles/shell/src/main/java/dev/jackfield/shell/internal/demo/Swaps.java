package dev.jackfield.shell.internal.demo;

import java.io.IOException;
import java.util.List;

/**
 * A way to replace something that is in use, as often as you like. Its calls wait until they have taken effect.
 *
 * <p>Closing it puts everything back to how it was at the beginning.
 */
public interface Swaps extends AutoCloseable {

    /** The name on the panel under which connectors are replaced. */
    String NAME = "plain";

    /**
     * What is replaced, for people to read.
     *
     * @return unless overridden the connector
     */
    default String what() {
        return "connector";
    }

    /**
     * Replaces what is in use by another one, and makes sure of it.
     *
     * @throws IOException if it took no effect
     * @throws InterruptedException if the calling thread was interrupted
     */
    void swap() throws IOException, InterruptedException;

    /**
     * What takes turns, for people to read.
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
