package dev.jackfield.itest.bench.retries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final String RIGHT = "jackfield +retried +retried +retried +retried +error\n";

    @Test
    void oursKeepsToTheRule() {
        assertThat(Printed.by(new Retries(), "--clients=jackfield"))
                .containsPattern("(?s) GET +HEAD +PUT +DELETE +POST\n" + RIGHT + ".*by RST.*\n" + RIGHT);
    }

    /** As measured by others, too. */
    @Test
    void othersDoNot() {
        assertThat(Printed.by(new Retries(), "--clients=jdk,okhttp", "--methods=GET,PUT,POST", "--endings=fin"))
                .containsPattern("jdk +retried +error +error\nokhttp +retried +retried +RE-SENT\n");
    }
}
