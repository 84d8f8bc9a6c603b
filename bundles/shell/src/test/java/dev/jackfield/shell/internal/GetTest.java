package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetTest {
    private final Site site = new Site();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void printsTheBodyAndNothingElse() {
        Typed typed = Typed.line("get", site.url("/small"));
        assertThat(typed.out()).isEqualTo("small body");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
    }

    @Test
    void printsEveryOctetOfABigBody() {
        Typed typed = Typed.line("get", site.url("/big"));
        assertThat(typed.status()).isZero();
        assertThat(typed.octets()).isEqualTo(Site.BIG);
    }

    @Test
    void takesAUrlWithoutASchemeForHttp() {
        assertThat(Typed.line("get", site.withoutScheme("/small")).out()).isEqualTo("small body");
    }

    @Test
    void includesTheHeadOnRequest() {
        Typed typed = Typed.line("get", "-i", site.url("/small"));
        assertThat(typed.out()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nsmall body");
        assertThat(typed.out().toLowerCase()).contains("\r\nx-site: yes\r\n");
    }

    @Test
    void writesIntoAFileAndNothingToStandardOutput() throws IOException {
        Path file = folder.resolve("body");
        Typed typed = Typed.line("get", "-o", file.toString(), site.url("/big"));
        assertThat(typed.status()).isZero();
        assertThat(typed.octets()).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(Site.BIG);
    }

    @Test
    void takesADashAsFileForStandardOutput() {
        assertThat(Typed.line("get", "-o", "-", site.url("/small")).out()).isEqualTo("small body");
    }

    @Test
    void makesAFileEvenForAnEmptyBody() {
        Path file = folder.resolve("empty");
        assertThat(Typed.line("get", "-o", file.toString(), site.url("/empty")).status())
                .isZero();
        assertThat(file).isEmptyFile();
    }

    @Test
    void printsTheBodyOfAnErrorPageToo() {
        Typed typed = Typed.line("get", site.url("/missing"));
        assertThat(typed.out()).isEqualTo("nothing here");
        assertThat(typed.status()).isZero();
    }

    @Test
    void failsWithoutABodyIfAskedTo() {
        Path file = folder.resolve("never");
        Typed typed = Typed.line("get", "-f", "-o", file.toString(), site.url("/missing"));
        assertThat(typed.status()).isEqualTo(22);
        assertThat(typed.err()).isEqualToNormalizingNewlines("jackfield: the server answered 404 Not Found\n");
        assertThat(file).doesNotExist();
        assertThat(Typed.line("get", "--fail", site.url("/missing")).octets()).isEmpty();
        assertThat(Typed.line("get", "-f", site.url("/small")).status()).isZero();
    }

    @Test
    void failsWithTheHeadIfBothAreAskedFor() {
        Typed typed = Typed.line("get", "-f", "-i", site.url("/missing"));
        assertThat(typed.status()).isEqualTo(22);
        assertThat(typed.out()).startsWith("HTTP/1.1 404 Not Found\r\n").endsWith("\r\n\r\n");
    }

    @Test
    void sendsAddsAndLeavesOutHeaders() {
        Typed.line("get", "-H", "X-One: 1", "-H", "X-Two;", "-H", "User-Agent:", site.url("/small"));
        assertThat(site.last().headers().getFirst("X-One")).isEqualTo("1");
        assertThat(site.last().headers().getFirst("X-Two")).isEmpty();
        assertThat(site.last().headers()).doesNotContainKey("User-agent");
    }

    @Test
    void callsItselfWhatItIsTold() {
        Typed.line("get", site.url("/small"));
        assertThat(site.last().headers().getFirst("User-Agent")).startsWith("Jackfield/");
        Typed.line("get", "-A", "Patchy/1", site.url("/small"));
        assertThat(site.last().headers().getFirst("User-Agent")).isEqualTo("Patchy/1");
        Typed.line("get", "--user-agent", "", site.url("/small"));
        assertThat(site.last().headers()).doesNotContainKey("User-agent");
    }

    @Test
    void sendsTextAsUtf8() {
        Typed typed = Typed.line("get", "-v", "-H", "X-One: \u00fc\u20ac", "-A", "\u00fc", site.url("/small"));
        assertThat(typed.status()).isZero();
        // The server takes octets for ISO-8859-1.
        assertThat(site.last().headers().getFirst("X-One")).isEqualTo(Octets.ofText("\u00fc\u20ac"));
        assertThat(site.last().headers().getFirst("X-One").length()).isEqualTo(5);
        assertThat(site.last().headers().getFirst("User-Agent")).isEqualTo("\u00c3\u00bc");
        assertThat(typed.err()).contains("> X-One: \u00fc\u20ac");
    }

    @Test
    void usesAnotherMethodIfAskedTo() {
        Typed typed = Typed.line("get", "-XDELETE", site.url("/small"));
        assertThat(typed.out()).isEqualTo("small body");
        assertThat(site.last().method()).isEqualTo("DELETE");
    }

    @Test
    void refusesToSendData() {
        Typed typed = Typed.line("get", "-d", "x=1", site.url("/small"));
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("get sends no data").contains("jackfield request POST URL -d ...");
        assertThat(site.seen).isEmpty();
    }

    @Test
    void showsWhatIsSentAndReceived() {
        Typed typed = Typed.line("get", "-v", "-H", "X-One: 1", site.url("/small"));
        assertThat(typed.out()).isEqualTo("small body");
        assertThat(typed.err())
                .contains("* Connecting to 127.0.0.1:")
                .contains(" by plain (")
                .contains("* Connected to ")
                .contains("> GET /small HTTP/1.1")
                .contains("> Host: 127.0.0.1:")
                .contains("> X-One: 1")
                .contains("< HTTP/1.1 200 OK")
                .containsIgnoringCase("< x-site: yes");
        assertThat(typed.err().lines()).allMatch(line -> line.matches("[*<>].*"));
    }
}
