package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CookieTest {
    private static final String SETS =
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Max-Age=1000\r\nSet-Cookie: s=2\r\nContent-Length: 0\r\n\r\n";
    private static final String PLAIN = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void sendsWhatIsTyped() throws IOException {
        try (Scripted server = new Scripted(PLAIN)) {
            Typed.line("get", "-b", "x=1", "-b", "y=2; z=3", server.url("/"));
            assertThat(server.asked.get(0)).contains("\r\nCookie: x=1; y=2; z=3\r\n");
        }
    }

    @Test
    void savesAndLoads() throws IOException {
        Path file = folder.resolve("cookies.txt");
        try (Scripted server = new Scripted(SETS, PLAIN, PLAIN)) {
            Typed first = Typed.line("get", "-b", file.toString(), "-c", file.toString(), server.url("/"));
            assertThat(first.status()).as(first.err()).isZero();
            assertThat(Files.readString(file)).contains("127.0.0.1\tFALSE\t/\tFALSE\t", "\ta\t1", "\t0\ts\t2");
            Typed.line("get", "-b", file.toString(), server.url("/"));
            assertThat(server.asked.get(1)).contains("a=1", "s=2");
            Typed.line("get", server.url("/"));
            assertThat(server.asked.get(2)).doesNotContain("Cookie:");
        }
    }

    @Test
    void keepsCookiesOnTheWay() throws IOException {
        try (Scripted server = new Scripted(
                "HTTP/1.1 302 Found\r\nSet-Cookie: a=1\r\nLocation: /else\r\nConnection: close\r\n"
                        + "Content-Length: 0\r\n\r\n",
                PLAIN)) {
            Typed typed = Typed.line("get", "-L", "-b", "", "-c", "-", server.url("/"));
            assertThat(server.asked.get(1)).contains("\r\nCookie: a=1\r\n");
            assertThat(typed.out()).contains("\t0\ta\t1");
        }
    }

    @Test
    void leavesOutWhatNoServerCouldHaveSetAndSaysSo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cookies.txt"),
                ".com\tTRUE\t/\tFALSE\t0\tplanted\tsecret\n127.0.0.1\tFALSE\t/\tFALSE\t0\ta\t1\n");
        try (Scripted server = new Scripted(PLAIN)) {
            Typed typed = Typed.line("get", "-b", file.toString(), server.url("/"));
            assertThat(server.asked.get(0)).contains("\r\nCookie: a=1\r\n");
            assertThat(typed.err()).contains("jackfield: -b: ", "planted").doesNotContain("secret");
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("cookies.txt"), "nonsense\n");
        Typed typed = Typed.line("get", "-b", file.toString(), "http://127.0.0.1/");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).startsWith("jackfield: -b: " + file);
        Typed unreadable = Typed.line("get", "-b", folder.toString(), "http://127.0.0.1/");
        assertThat(unreadable.status()).isEqualTo(26);
    }

    @Test
    void tellsThatItCannotSave() throws IOException {
        try (Scripted server = new Scripted(SETS)) {
            Typed typed = Typed.line("get", "-c", folder.resolve("no/such").toString(), server.url("/"));
            assertThat(typed.status()).isEqualTo(23);
            assertThat(typed.err()).startsWith("jackfield: Cannot save the cookies \"");
        }
    }
}
