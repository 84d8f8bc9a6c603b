package dev.jackfield.itest.bench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import dev.jackfield.itest.bench.Programs;
import org.junit.jupiter.api.Test;

class TlsDownloadTest {
    @Test
    void aTableComesOut() {
        Programs.require("nginx", "curl", "bash");
        assertThat(Printed.by(new TlsDownload(), "--mebibytes=1", "--rounds=1", "--times=2", "--warm-up=0"))
                .containsPattern("(?s)curl +[0-9.]+ +1\\.00 .*jackfield +[0-9.]+ +[0-9.]+ +[0-9]+ +[0-9]+")
                .containsPattern("(?s)conscrypt +[0-9].*plain +[0-9].*netty +[0-9].*jdk +[0-9]");
    }
}
