package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Site site = new Site();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void joinsDataByAmpersands() {
        Typed typed = Typed.line("request", "POST", site.url("/echo"), "-d", "a=1", "--data", "b=2");
        assertThat(typed.out()).isEqualTo("a=1&b=2");
        assertThat(site.last().method()).isEqualTo("POST");
        assertThat(site.last().headers().getFirst("Content-Type")).isEqualTo(FORM);
    }

    @Test
    void takesDataFromAFileAsItIs() throws IOException {
        Path file = Files.write(folder.resolve("data"), Site.BIG);
        Typed typed = Typed.line("request", "PUT", site.url("/echo"), "-d", "@" + file);
        assertThat(typed.status()).isZero();
        assertThat(typed.octets()).isEqualTo(Site.BIG);
    }

    @Test
    void takesDataFromStandardInput() {
        Typed typed = Typed.with(
                "line\n".getBytes(StandardCharsets.UTF_8), "request", "POST", site.url("/echo"), "-d", "x", "-d", "@-");
        assertThat(typed.out()).isEqualTo("x&line\n");
    }

    @Test
    void letsHeadersHaveTheLastWordOnTheType() {
        Typed.line("request", "POST", site.url("/echo"), "-d", "{}", "-H", "content-type: application/json");
        assertThat(site.last().headers().get("Content-Type")).containsExactly("application/json");
        Typed.line("request", "POST", site.url("/echo"), "-d", "{}", "-H", "Content-Type:");
        assertThat(site.last().headers()).doesNotContainKey("Content-type");
    }

    @Test
    void sendsEmptyDataAndNoData() {
        Typed.line("request", "POST", site.url("/echo"), "-d", "");
        assertThat(site.last().headers().getFirst("Content-Length")).isEqualTo("0");
        assertThat(site.last().headers().getFirst("Content-Type")).isEqualTo(FORM);
        Typed.line("request", "OPTIONS", site.url("/echo"));
        assertThat(site.last().method()).isEqualTo("OPTIONS");
        assertThat(site.last().headers()).doesNotContainKey("Content-type");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        Typed typed = Typed.line("request", "POST", site.url("/echo"), "-d", "@" + folder.resolve("none"));
        assertThat(typed.status()).isEqualTo(26);
        assertThat(typed.err()).startsWith("jackfield: Cannot read the data \"").contains("no such file or directory");
        assertThat(site.seen).isEmpty();
    }

    @Test
    void refusesAMethodThatIsNone() {
        Typed typed = Typed.line("request", "P OST", site.url("/echo"));
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("P OST");
    }

    @Test
    void includesTheHeadOnRequest() {
        Typed typed = Typed.line("request", "POST", site.url("/echo"), "-d", "x", "-i");
        assertThat(typed.out()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nx");
    }
}
