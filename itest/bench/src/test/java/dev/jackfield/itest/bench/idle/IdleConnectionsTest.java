package dev.jackfield.itest.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class IdleConnectionsTest {
    @Test
    void allAreOpenedAndAllAreClosed() {
        String time = "[0-9.]+ s \\([0-9.]+ s CPU\\)";
        assertThat(Printed.by(new IdleConnections(), "--connections=200", "--idle=1"))
                .containsPattern("many origins +" + time + " +200, 200 +[0-9]+ bytes +[0-9]+ bytes +" + time)
                .containsPattern("one origin +" + time + " +200, 200 +[0-9]+ bytes +[0-9]+ bytes +" + time);
    }

    @Test
    void tooManyForTheSystemAreRefused() {
        CommandLine command = new CommandLine(new IdleConnections());
        StringBuilder said = new StringBuilder();
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            said.append(failure.getMessage());
            return 1;
        });
        assertThat(command.execute("--connections=2000000000")).isEqualTo(1);
        assertThat(said.toString()).startsWith("Expected to be allowed 2000000200 open files, got ");
    }
}
