package dev.jackfield.itest.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import org.junit.jupiter.api.Test;

class StreamThroughTest {
    /** Twice what the heap could hold; were the body kept, the JVM would end. */
    @Test
    void moreThanTheHeapCouldHoldPassesThrough() {
        StringBuilder table = new StringBuilder("(?s)");
        for (Way way : Way.values()) {
            table.append(way)
                    .append(" +[0-9]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9]+  ")
                    .append(way.words())
                    .append("\n.*");
        }
        assertThat(Printed.by(new StreamThrough(), "--mebibytes=64", "--heap=32m"))
                .containsPattern(table.toString());
    }
}
