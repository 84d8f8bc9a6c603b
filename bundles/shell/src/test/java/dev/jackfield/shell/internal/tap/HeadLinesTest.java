package dev.jackfield.shell.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadLinesTest {
    private static final byte[] REQUEST =
            "POST / HTTP/1.1\r\nHost: here\r\n\r\nbody\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<String> seen = new ArrayList<>();
    private final HeadLines lines = new HeadLines(seen::add);

    @Test
    void showsTheHeadAndNotTheBody() {
        lines.accept(ByteBuffer.wrap(REQUEST));
        assertThat(seen).containsExactly("POST / HTTP/1.1", "Host: here", "");
        assertThat(lines.complete()).isTrue();
    }

    @Test
    void doesNotMindHowItIsCut() {
        for (byte octet : REQUEST) {
            lines.accept(ByteBuffer.wrap(new byte[] {octet}));
        }
        assertThat(seen).containsExactly("POST / HTTP/1.1", "Host: here", "");
    }
}
