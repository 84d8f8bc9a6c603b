package dev.jackfield.itest.fuzz;

/** A parser with a mistake that no seed hits. */
public final class Planted {
    private Planted() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == '[' && input[1] == ':' && input[2] == ']') {
            throw new IndexOutOfBoundsException("planted");
        }
    }
}
