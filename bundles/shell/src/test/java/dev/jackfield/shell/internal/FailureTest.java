package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FailureTest {
    @TempDir
    Path folder;

    @Test
    void tellsThatNobodyListens() throws IOException {
        ServerSocket socket = listen();
        socket.close();
        Typed typed = Typed.line("get", url(socket));
        assertThat(typed.status()).isEqualTo(7);
        assertThat(typed.octets()).isEmpty();
        assertThat(typed.err()).startsWith("jackfield: 595 CONNECT: ");
        assertThat(typed.err().lines()).hasSize(1);
    }

    @Test
    void saysNothingIfAskedTo() throws IOException {
        ServerSocket socket = listen();
        socket.close();
        Typed typed = Typed.line("get", "-s", url(socket));
        assertThat(typed.status()).isEqualTo(7);
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void endsWhenTheTimeIsUp() throws IOException {
        // Connections are queued by the system, and nobody ever takes one.
        try (ServerSocket stalled = listen()) {
            Typed typed = Typed.line("get", "-m", "0.2", url(stalled));
            assertThat(typed.status()).isEqualTo(28);
            assertThat(typed.err()).startsWith("jackfield: 596 HEAD: ").contains("within the deadline of 200 ms");
        }
    }

    @Test
    void endsWhenNothingMoves() throws IOException {
        try (ServerSocket stalled = listen()) {
            Typed typed = Typed.line("get", "--timeout", ".2", url(stalled));
            assertThat(typed.status()).isEqualTo(28);
            assertThat(typed.err())
                    .isEqualToNormalizingNewlines(
                            "jackfield: 596 HEAD: Expected some activity within 200 ms, got none\n");
        }
    }

    @Test
    void keepsWhatCameOfABodyThatIsCutShort() throws IOException {
        try (ServerSocket server = listen()) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(
                    () -> answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf "));
            Typed typed = Typed.line("get", url(server));
            served.join();
            assertThat(typed.status()).isEqualTo(56);
            assertThat(typed.out()).isEqualTo("half ");
            assertThat(typed.err()).startsWith("jackfield: 597 BODY: ");
        }
    }

    @Test
    void refusesAGarbledHead() throws IOException {
        try (ServerSocket server = listen()) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answer(server, "SMTP ready\r\n\r\n"));
            Typed typed = Typed.line("get", url(server));
            served.join();
            assertThat(typed.status()).isEqualTo(56);
            assertThat(typed.err()).startsWith("jackfield: 596 HEAD: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://host:port/", "ftp://127.0.0.1/"})
    void refusesAUrlThatIsNone(String url) {
        Typed typed = Typed.line("get", url);
        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.octets()).isEmpty();
        assertThat(typed.err()).startsWith("jackfield: 599 REQUEST: ");
        assertThat(typed.err().lines()).hasSize(1);
    }

    @Test
    void tellsWhichConnectorsThereAre() throws IOException {
        try (ServerSocket server = listen()) {
            Typed typed = Typed.line("get", "--connector", "none-such", url(server));
            assertThat(typed.status()).isEqualTo(7);
            assertThat(typed.err()).startsWith("jackfield: 595 CONNECT: ").contains("none-such");
        }
    }

    @Test
    void tellsThatAFileCannotBeWritten() {
        try (Site site = new Site()) {
            Path file = folder.resolve("no").resolve("such");
            Typed typed = Typed.line("get", "-o", file.toString(), site.url("/big"));
            assertThat(typed.status()).isEqualTo(23);
            assertThat(typed.err())
                    .isEqualToNormalizingNewlines(
                            "jackfield: 598 SINK: Cannot write \"" + file + "\": no such file or directory\n");
        }
    }

    @Test
    void endsQuietlyWhenTheReaderHasGone() {
        try (Site site = new Site()) {
            Typed typed = Typed.into(broken("Broken pipe"), InputStream.nullInputStream(), "get", site.url("/big"));
            assertThat(typed.status()).isEqualTo(23);
            assertThat(typed.err()).isEmpty();
        }
    }

    @Test
    void tellsThatStandardOutputIsFull() {
        try (Site site = new Site()) {
            Typed typed = Typed.into(
                    broken("No space left on device"), InputStream.nullInputStream(), "get", site.url("/big"));
            assertThat(typed.status()).isEqualTo(23);
            assertThat(typed.err())
                    .isEqualToNormalizingNewlines(
                            "jackfield: 598 SINK: Cannot write standard output: No space left on device\n");
        }
    }

    @Test
    void endsWhenItIsInterrupted() throws IOException {
        try (ServerSocket stalled = listen()) {
            Thread.currentThread().interrupt();
            Typed typed = Typed.line("get", url(stalled));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(typed.status()).isEqualTo(130);
            assertThat(typed.err()).isEqualToNormalizingNewlines("jackfield: interrupted\n");
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static String url(ServerSocket socket) {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket peer = server.accept()) {
            InputStream in = peer.getInputStream();
            String head = "";
            while (!head.endsWith("\r\n\r\n")) {
                head += (char) in.read();
            }
            peer.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static OutputStream broken(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
