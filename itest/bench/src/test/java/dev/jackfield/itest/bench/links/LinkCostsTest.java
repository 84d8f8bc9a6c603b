package dev.jackfield.itest.bench.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import dev.jackfield.itest.bench.Programs;
import org.junit.jupiter.api.Test;

class LinkCostsTest {
    @Test
    void tablesComeOut() {
        Programs.require("nginx");
        assertThat(Printed.by(
                        new LinkCosts(),
                        "--connections=2",
                        "--layers=0,2",
                        "--rounds=1",
                        "--seconds=0",
                        "--connects=10",
                        "--warm-up=0"))
                .containsPattern("(?s)plain +[0-9.]+ +1\\.00 +[0-9]+ .*hook +[0-9].*layers +[0-9]")
                .containsPattern("(?s)0 layers +[0-9.]+ +1\\.00 .*2 layers +[0-9]");
    }
}
