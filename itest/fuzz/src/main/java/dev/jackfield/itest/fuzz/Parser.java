package dev.jackfield.itest.fuzz;

/** One parser of ours, and what must hold for it whatever it is given. */
@FunctionalInterface
public interface Parser {

    /**
     * Feeds it.
     *
     * @param input any octets at all
     * @throws RuntimeException or an error if a promise of the parser does not hold
     */
    void feed(byte[] input);
}
