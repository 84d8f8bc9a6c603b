package dev.jackfield.shell.internal.demo;

import java.util.List;

/**
 * One of the things that are swapped, as it stands. <i>Immutable.</i>
 *
 * @param what is swapped
 * @param sockets what takes turns
 * @param inUse which of them
 * @param made swaps that took effect
 */
public record Turn(String what, List<String> sockets, int inUse, long made) {
    /**
     * What is in use.
     *
     * @return for people to read
     */
    public String now() {
        return sockets.get(inUse);
    }
}
