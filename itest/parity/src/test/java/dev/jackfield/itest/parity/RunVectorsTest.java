package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunVectorsTest {
    private static final String RIGHT =
            "{\"id\":\"parse_ipv4:1\",\"fn\":\"parse_ipv4\",\"in\":[\"127.1\"],\"out\":\"7f000001\"}\n";
    private static final String WRONG =
            "{\"id\":\"parse_ipv4:2\",\"fn\":\"parse_ipv4\",\"in\":[\"127.1\"],\"out\":\"7f000002\"}\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void endsWithZeroIfNoneFailed() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), RIGHT);

        assertThat(execute(folder.toString())).isZero();
        assertThat(out.toString()).endsWith("1 passed, 0 failed" + System.lineSeparator());
    }

    @Test
    void endsWithOneIfAnyFailed() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), RIGHT + WRONG);

        assertThat(execute(folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("parse_ipv4:2  got \"7f000001\"  expected \"7f000002\"")
                .endsWith("1 passed, 1 failed" + System.lineSeparator());
    }

    @Test
    void endsWithTwoIfAFileCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), RIGHT + "words");

        assertThat(execute(folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("a.jsonl:2: expected JSON");
    }

    @Test
    void endsWithTwoIfThereIsNothing() {
        assertThat(execute(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none: expected a folder");
        assertThat(execute()).isEqualTo(2);
        assertThat(execute("--nonsense", folder.toString())).isEqualTo(2);
    }

    @Test
    void aCompleteRunMissesWhatIsContested() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), "parse_ipv4:2  why\nparse_ipv4:3  gone\n");
        Files.writeString(folder.resolve("a.jsonl"), RIGHT + WRONG);

        assertThat(execute("--contested", list.toString(), folder.toString())).isZero();
        assertThat(execute("--complete", "--contested", list.toString(), folder.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("parse_ipv4:3  is on the list of contested vectors, but there is none");
    }

    @Test
    void helps() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("DIR", "--contested", "Exit status:");
    }

    private int execute(String... arguments) {
        return new CommandLine(new RunVectors())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
