package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What of a response is asked for, and shown. */
@Timeout(60)
class ResponseTest {
    @Test
    void asksForAPart() throws IOException {
        try (Scripted server = new Scripted(
                "HTTP/1.1 206 Partial\r\nContent-Range: bytes 1-2/9\r\nContent-Length: 2\r\n\r\nbc", ok(), ok())) {
            assertThat(Typed.line("get", "-r", "1-2", server.url("/")).out()).isEqualTo("bc");
            assertThat(server.asked.get(0)).contains("\r\nRange: bytes=1-2\r\n");
            Typed.line("get", "--range", "-5", server.url("/"));
            assertThat(server.asked.get(1)).contains("\r\nRange: bytes=-5\r\n");
            Typed.line("get", "-r", "7", server.url("/"));
            assertThat(server.asked.get(2)).contains("\r\nRange: bytes=7-\r\n");
        }
        assertThat(Typed.line("get", "-r", "a-b", "http://127.0.0.1/").err()).contains("-r: expected a range");
        assertThat(Typed.line("get", "-r", "-", "http://127.0.0.1/").status()).isEqualTo(2);
    }

    @Test
    void writesWhatWasCompressed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("in plain words".getBytes(StandardCharsets.US_ASCII));
        }
        String answer = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n"
                + packed.toString(StandardCharsets.ISO_8859_1);
        try (Scripted server = new Scripted(answer, answer)) {
            assertThat(Typed.line("get", "--compressed", server.url("/")).out()).isEqualTo("in plain words");
            assertThat(server.asked.get(0)).contains("\r\nAccept-Encoding: gzip, deflate\r\n");
            assertThat(Typed.line("get", server.url("/")).octets()).isEqualTo(packed.toByteArray());
        }
    }

    @Test
    void showsInterimResponsesAndTrailers() throws IOException {
        try (Scripted server = new Scripted("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 17\r\n\r\n")) {
            Typed typed = Typed.line("get", "-v", server.url("/"));
            assertThat(typed.out()).isEqualTo("ok");
            assertThat(typed.err())
                    .contains("< HTTP/1.1 103 Early Hints", "< Link: </style.css>", "< HTTP/1.1 200 OK", "< X-Sum: 17");
        }
    }

    @Test
    void asksForTheConnectionToBeClosed() throws IOException {
        try (Scripted server = new Scripted(ok())) {
            Typed.line("get", "--no-keepalive", server.url("/"));
            assertThat(server.asked.get(0)).contains("\r\nConnection: close\r\n");
        }
    }

    @Test
    void waitsForTheServersWordBeforeItSends() throws IOException {
        try (Scripted server = new Scripted(ok())) {
            Typed typed = Typed.line(
                    "request",
                    "POST",
                    server.url("/"),
                    "-d",
                    "after a while",
                    "-H",
                    "Expect: 100-continue",
                    "--expect100-timeout",
                    "0.05");
            assertThat(typed.status()).as(typed.err()).isZero();
            assertThat(server.asked.get(0))
                    .contains("\r\nExpect: 100-continue\r\n")
                    .endsWith("after a while");
        }
    }

    private static String ok() {
        return "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    }
}
