package dev.jackfield.shell.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OriginServerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";

    private final Loops loops = Loops.create(1);
    private final OriginServer origin = open();

    @AfterEach
    void close() {
        origin.close();
        loops.close();
    }

    @Test
    void answersOneAfterTheOtherOnOneConnection() throws IOException {
        String all = exchange(GET + "HEAD / HTTP/1.1\r\nHost: here\r\n\r\n" + LAST);
        assertThat(all.split("HTTP/1.1 200 OK\r\n")).hasSize(4);
        assertThat(all.split(OriginServer.BODY, -1)).hasSize(3);
        assertThat(all).endsWith("Connection: close\r\n\r\n" + OriginServer.BODY);
        assertThat(origin.answered()).isEqualTo(3);
    }

    @Test
    void answersHeadsThatComeInPieces() throws IOException {
        try (Socket socket = connect()) {
            for (int octet : LAST.getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(octet);
            }
            assertThat(text(socket)).endsWith(OriginServer.BODY);
        }
    }

    @Test
    void answersPostsWithoutABody() throws IOException {
        String post = "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n\r\n";
        assertThat(exchange(post + LAST).split(OriginServer.BODY, -1)).hasSize(3);
        assertThat(origin.answered()).isEqualTo(2);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        assertThat(exchange("PUT / HTTP/1.1\r\nHost: here\r\n\r\n")).startsWith("HTTP/1.1 405 ");
        assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: 05\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(exchange("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(exchange("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void refusesAHeadThatIsTooLarge() throws IOException {
        // Exactly its limit, so that nothing is left unread that would turn its answer into a reset.
        String line = "GET / HTTP/1.1\r\nX: ";
        assertThat(exchange(line + "x".repeat(8192 - line.length()))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void answersManyAtOnce() throws IOException {
        int many = 5000;
        assertThat(exchange(GET.repeat(many) + LAST).split(OriginServer.BODY)).hasSize(many + 1);
        assertThat(origin.answered()).isEqualTo(many + 1);
    }

    private String exchange(String requests) throws IOException {
        try (Socket socket = connect()) {
            Thread writer = new Thread(() -> write(socket, requests));
            writer.start();
            return text(socket);
        }
    }

    private Socket connect() throws IOException {
        URI url = URI.create(origin.url());
        return new Socket(url.getHost(), url.getPort());
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private OriginServer open() {
        try {
            return OriginServer.open(loops.all().get(0));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
