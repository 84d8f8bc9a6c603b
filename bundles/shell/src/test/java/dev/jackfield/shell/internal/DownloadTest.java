package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadTest {
    private static final String THEN = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final Instant THEN_ITSELF = Instant.parse("1994-11-06T08:49:37Z");
    private static final String WHOLE =
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nLast-Modified: " + THEN + "\r\n\r\n0123456789";
    private static final String REST =
            "HTTP/1.1 206 Partial Content\r\nContent-Length: 5\r\nContent-Range: bytes 5-9/10\r\n\r\n56789";

    @TempDir
    Path folder;

    @Test
    void fetchesAFileAndSaysNothing() throws IOException {
        try (Scripted server = new Scripted(WHOLE)) {
            Typed typed = fetched(server);
            assertThat(typed.status()).isZero();
            assertThat(typed.out()).isEmpty();
            assertThat(typed.err()).isEmpty();
            assertThat(file()).hasContent("0123456789");
            assertThat(Files.getLastModifiedTime(file()).toInstant()).isEqualTo(THEN_ITSELF);
        }
    }

    @Test
    void fetchesTheRest() throws IOException {
        partly();
        try (Scripted server = new Scripted(REST)) {
            Typed typed = fetched(server, "-C", "-", "-v");
            assertThat(typed.status()).as(typed.err()).isZero();
            assertThat(file()).hasContent("0123456789");
            assertThat(server.asked.get(0))
                    .contains("\r\nRange: bytes=5-\r\n", "\r\nIf-Unmodified-Since: " + THEN + "\r\n");
            assertThat(typed.err())
                    .contains("> Range: bytes=5-", "< HTTP/1.1 206", "* continued from octet 5 on, 10 octets");
        }
    }

    @Test
    void fetchesAllOfItIfAskedTo() throws IOException {
        partly();
        try (Scripted server = new Scripted(WHOLE)) {
            assertThat(fetched(server, "--no-resume").status()).isZero();
            assertThat(server.asked.get(0)).doesNotContain("Range:");
            assertThat(file()).hasContent("0123456789");
        }
    }

    @Test
    void triesAgainAndTellsWhy() throws IOException {
        try (Scripted server = new Scripted(WHOLE.substring(0, WHOLE.length() - 5), REST)) {
            Typed typed = fetched(server, "--retry", "1");
            assertThat(typed.status()).as(typed.err()).isZero();
            assertThat(file()).hasContent("0123456789");
            assertThat(typed.err()).startsWith("jackfield: 597 BODY: ").contains("; trying again in 1 s");
            assertThat(typed.err().lines()).hasSize(1);
        }
    }

    @Test
    void keepsWhatCame() throws IOException {
        try (Scripted server = new Scripted(WHOLE.substring(0, WHOLE.length() - 5))) {
            Typed typed = fetched(server);
            assertThat(typed.status()).isEqualTo(56);
            assertThat(typed.err()).startsWith("jackfield: 597 BODY: ").contains("(may be better later)");
            assertThat(file()).hasContent("01234");
            assertThat(Files.getLastModifiedTime(file()).toInstant()).isEqualTo(THEN_ITSELF);
        }
    }

    @Test
    void saysWhatTheServerSaid() throws IOException {
        try (Scripted server = new Scripted(
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /else\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 412 Changed\r\nContent-Length: 0\r\n\r\n")) {
            Typed missing = fetched(server);
            assertThat(missing.status()).isEqualTo(22);
            assertThat(missing.err()).isEqualToNormalizingNewlines("jackfield: the server answered 404 Not Found\n");
            assertThat(file()).doesNotExist();
            Typed moved = fetched(server);
            assertThat(moved.status()).isEqualTo(1);
            assertThat(moved.err())
                    .isEqualToNormalizingNewlines("jackfield: the server answered 302 Found; -L follows it\n");
            partly();
            Typed changed = fetched(server);
            assertThat(changed.status()).isEqualTo(22);
            assertThat(changed.err()).contains("Expected no change since " + THEN);
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void tellsAWrongPartFromAnIncompleteOne() throws IOException {
        partly();
        try (Scripted server = new Scripted(
                "HTTP/1.1 206 Partial\r\nContent-Range: bytes 0-0/10\r\nContent-Length: 1\r\n\r\n0",
                "HTTP/1.1 206 Partial\r\nContent-Range: bytes 5-5/10\r\nContent-Length: 1\r\n\r\n5")) {
            assertThat(fetched(server).status()).isEqualTo(33);
            assertThat(fetched(server).status()).isEqualTo(18);
            assertThat(file()).hasContent("012345");
        }
    }

    @Test
    void followsRedirectsIfAskedTo() throws IOException {
        try (Scripted server = new Scripted(
                "HTTP/1.1 302 Found\r\nLocation: /else\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", WHOLE)) {
            assertThat(fetched(server, "-L").status()).isZero();
            assertThat(server.asked.get(1)).startsWith("GET /else ");
            assertThat(file()).hasContent("0123456789");
        }
    }

    @Test
    void showsHowFarItIs() throws IOException {
        try (Scripted server = new Scripted(WHOLE)) {
            Typed typed = fetched(server, "--progress");
            assertThat(typed.err())
                    .contains("100% [====================] 10 B of 10 B")
                    .endsWith(System.lineSeparator());
        }
    }

    @Test
    void endsWhenTimeIsUp() throws IOException {
        try (Scripted silent = new Scripted()) {
            Typed typed = fetched(silent, "-m", "0.3");
            assertThat(typed.status()).isEqualTo(28);
            assertThat(typed.err())
                    .isEqualToNormalizingNewlines("jackfield: Expected an end within 0.3 s, got 0 B so far\n");
        }
    }

    @Test
    void endsWhenItIsInterrupted() throws IOException {
        try (Scripted silent = new Scripted()) {
            Thread.currentThread().interrupt();
            Typed typed = fetched(silent);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(typed.status()).isEqualTo(130);
            assertThat(typed.err()).isEqualToNormalizingNewlines("jackfield: interrupted\n");
        }
    }

    @Test
    void tellsThatThereIsNowhereToWrite() throws IOException {
        try (Scripted server = new Scripted(WHOLE)) {
            Typed typed = Typed.line("download", "-o", folder.resolve("no/such").toString(), server.url("/file"));
            assertThat(typed.status()).isEqualTo(23);
            assertThat(typed.err()).contains("expected a directory");
            assertThat(server.asked).isEmpty();
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(Typed.line("download", "http://127.0.0.1/").err()).contains("-o: expected the name of a file");
        assertThat(Typed.line("download", "http://127.0.0.1/..").status()).isEqualTo(2);
        assertThat(Typed.line("download", "-C", "5", "http://127.0.0.1/x").err())
                .contains("-C: expected -, got \"5\"");
        assertThat(Typed.line("download", "--retry", "-1", "http://127.0.0.1/x").status())
                .isEqualTo(2);
        assertThat(Typed.line("download", "ftp://127.0.0.1/x").status()).isEqualTo(3);
    }

    private Typed fetched(Scripted server, String... options) {
        String[] line = new String[options.length + 4];
        line[0] = "download";
        System.arraycopy(options, 0, line, 1, options.length);
        line[options.length + 1] = "-o";
        line[options.length + 2] = file().toString();
        line[options.length + 3] = server.url("/file");
        return Typed.line(line);
    }

    private Path file() {
        return folder.resolve("file");
    }

    private void partly() throws IOException {
        Files.writeString(file(), "01234");
        Files.setLastModifiedTime(file(), FileTime.from(THEN_ITSELF));
    }
}
