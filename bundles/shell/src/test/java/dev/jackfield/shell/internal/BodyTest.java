package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent besides plain data. */
@Timeout(60)
class BodyTest {
    private final Site site = new Site();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "a b&c, a%20b%26c",
        "=a=b, a%3Db",
        "name=\u00fc*~, name=%C3%BC%2A~",
        "'',''",
        "=,''",
    })
    void encodesData(String typed, String sent) {
        assertThat(Typed.line("request", "POST", site.url("/echo"), "--data-urlencode", typed)
                        .out())
                .isEqualTo(sent);
    }

    @Test
    void encodesFilesAndKeepsTheOrder() throws IOException {
        Path file = Files.write(folder.resolve("data"), new byte[] {'a', '\n', (byte) 0xff});
        Typed typed = Typed.line(
                "request", "POST", site.url("/echo"), "-d", "x=1", "--data-urlencode", "f@" + file, "-d", "y=2");
        assertThat(typed.out()).isEqualTo("x=1&f=a%0A%FF&y=2");
        assertThat(site.last().headers().getFirst("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void uploadsAFile() throws IOException {
        Path file = Files.write(folder.resolve("data"), Site.BIG);
        Typed typed = Typed.line("request", "PUT", site.url("/echo"), "-T", file.toString());
        assertThat(typed.octets()).isEqualTo(Site.BIG);
        assertThat(site.last().headers().getFirst("Content-Length")).isEqualTo("" + Site.BIG.length);
        assertThat(site.last().headers()).doesNotContainKey("Content-type");
    }

    @Test
    void uploadsStandardInputInChunks() {
        Typed typed = Typed.with(Site.BIG, "request", "PUT", site.url("/echo"), "-T", "-");
        assertThat(typed.octets()).isEqualTo(Site.BIG);
        assertThat(site.last().headers().getFirst("Transfer-Encoding")).isEqualTo("chunked");
    }

    @Test
    void sendsAForm() throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "in the file");
        Typed typed = Typed.line(
                "request",
                "POST",
                site.url("/echo"),
                "-F",
                "plain=text; and more",
                "-F",
                "typed=<" + file + ";type=text/markdown",
                "-F",
                "up=@" + file + ";type=text/plain;filename=\"other; name\"",
                "-F",
                "raw=@" + file);
        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(site.last().headers().getFirst("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(typed.out())
                .contains("name=\"plain\"\r\n\r\ntext; and more\r\n")
                .containsPattern("name=\"typed\"\r\nContent-Type: text/markdown\r\n\r\nin the file")
                .contains("name=\"up\"; filename=\"other; name\"\r\nContent-Type: text/plain\r\n\r\nin the file")
                .contains("name=\"raw\"; filename=\"note.txt\"\r\nContent-Type: application/octet-stream\r\n");
    }

    @Test
    void sendsStandardInputInAForm() {
        Typed typed = Typed.with(
                "typed in".getBytes(StandardCharsets.UTF_8), "request", "POST", site.url("/echo"), "-F", "a=@-");
        assertThat(typed.out()).contains("name=\"a\"; filename=\"-\"", "\r\n\r\ntyped in\r\n");
    }

    @Test
    void refusesTwoBodies() {
        Typed typed = Typed.line("request", "POST", site.url("/echo"), "-d", "x", "-F", "a=b");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("-d, -F and -T: expected one of them, got several");
    }

    @Test
    void refusesAFieldThatIsNone() {
        assertThat(Typed.line("request", "POST", site.url("/echo"), "-F", "=b").err())
                .contains("-F: expected name=text");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        String none = folder.resolve("none").toString();
        for (String[] option : new String[][] {{"-T", none}, {"-F", "a=@" + none}, {"-F", "a=<" + none}}) {
            Typed typed = Typed.line("request", "POST", site.url("/echo"), option[0], option[1]);
            assertThat(typed.status()).isEqualTo(26);
            assertThat(typed.err())
                    .isEqualToNormalizingNewlines(
                            "jackfield: Cannot read the data \"" + none + "\": no such file or directory\n");
        }
        assertThat(site.seen).isEmpty();
    }

    @Test
    void refusesToSendWithGet() {
        assertThat(Typed.line("get", "-T", "x", site.url("/echo")).err()).contains("-T: get sends no data");
        assertThat(Typed.line("head", "-F", "x=y", site.url("/echo")).err()).contains("-F: head sends no data");
    }
}
