package dev.jackfield.http.internal.body;

import dev.jackfield.testkit.ManualLoop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a source to its end, in pieces of a given size. */
final class Drained {
    private Drained() {}

    static String text(Source source, int piece) throws IOException {
        return new String(octets(source, piece), StandardCharsets.UTF_8);
    }

    static byte[] octets(Source source, int piece) throws IOException {
        ManualLoop loop = new ManualLoop();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int[] told = {0};
        Supply supply = source.open(loop, () -> told[0]++);
        ByteBuffer out = ByteBuffer.allocate(piece);
        while (true) {
            int before = told[0];
            int count = supply.read(out.clear());
            if (count < 0) {
                supply.close();
                loop.settle();
                return all.toByteArray();
            }
            all.write(out.array(), 0, count);
            if (count == 0) {
                loop.settle();
                if (told[0] == before) {
                    throw new AssertionError("Nothing to be read, and nobody said that there will be");
                }
            }
        }
    }
}
