package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedirectTest {
    private static final String MOVED =
            "HTTP/1.1 302 Found\r\nLocation: /else\r\nConnection: close\r\nContent-Length: 5\r\n\r\nmoved";
    private static final String THERE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nthere";

    @Test
    void showsARedirectAsItIs() throws IOException {
        try (Scripted server = new Scripted(MOVED)) {
            Typed typed = Typed.line("get", server.url("/"));
            assertThat(typed.status()).isZero();
            assertThat(typed.out()).isEqualTo("moved");
        }
    }

    @Test
    void followsIfAskedTo() throws IOException {
        try (Scripted server = new Scripted(MOVED, THERE)) {
            Typed typed = Typed.line("get", "-L", "-v", server.url("/"));
            assertThat(typed.status()).as(typed.err()).isZero();
            assertThat(typed.out()).isEqualTo("there");
            assertThat(typed.err()).contains("< HTTP/1.1 302 Found", "< Location: /else", "< HTTP/1.1 200 OK");
        }
    }

    @Test
    void writesTheHeadsOnTheWayToo() throws IOException {
        try (Scripted server = new Scripted(MOVED, THERE)) {
            Typed typed = Typed.line("get", "-L", "-i", server.url("/"));
            assertThat(typed.out()).startsWith("HTTP/1.1 302 Found\r\n").contains("\r\n\r\nHTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void followsNoMoreThanItMay() throws IOException {
        try (Scripted server = new Scripted(MOVED, MOVED, MOVED)) {
            Typed typed = Typed.line("get", "-L", "--max-redirs", "1", server.url("/"));
            assertThat(typed.status()).isEqualTo(47);
            assertThat(typed.out()).isEqualTo("moved");
            assertThat(typed.err())
                    .isEqualToNormalizingNewlines("jackfield: Expected an end of redirects after 1, got one more\n");
            assertThat(server.asked).hasSize(2);
        }
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThat(Typed.line("get", "-L", "--max-redirs", "-2", "http://127.0.0.1/")
                        .err())
                .contains("--max-redirs: expected a number from 0, or -1, got -2");
    }
}
