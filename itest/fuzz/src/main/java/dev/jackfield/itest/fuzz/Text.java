package dev.jackfield.itest.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Octets as text, so that any text can come up and those that people write are readable in the corpus. */
public final class Text {
    private Text() {}

    /** UTF-8; or, after a mark as in UTF-16, single characters: so there are halves of surrogate pairs as well. */
    public static String of(byte[] input) {
        if (input.length < 2 || input[0] != (byte) 0xFE || input[1] != (byte) 0xFF) {
            return new String(input, StandardCharsets.UTF_8);
        }
        char[] text = new char[input.length / 2 - 1];
        ByteBuffer.wrap(input, 2, input.length - 2).asCharBuffer().get(text);
        return new String(text);
    }
}
