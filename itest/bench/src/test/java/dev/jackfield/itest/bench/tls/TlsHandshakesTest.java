package dev.jackfield.itest.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import dev.jackfield.itest.bench.Programs;
import org.junit.jupiter.api.Test;

class TlsHandshakesTest {
    @Test
    void aTableComesOut() {
        Programs.require("nginx", "openssl", "bash");
        assertThat(Printed.by(
                        new TlsHandshakes(),
                        "--clients=openssl,jackfield",
                        "--versions=TLSv1.3",
                        "--rounds=1",
                        "--seconds=3",
                        "--warm-up=1"))
                .containsPattern("(?s)full +openssl +[0-9]+ +1\\.00 +[0-9]+ +0%.*full +jackfield +[0-9]")
                .containsPattern("(?s)resumed +openssl +[0-9].*resumed +jackfield +[0-9]+ +[0-9.]+ +[0-9]+ +[1-9]");
    }
}
