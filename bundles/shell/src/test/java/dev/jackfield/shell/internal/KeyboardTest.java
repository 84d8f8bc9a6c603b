package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shell lends its keyboard to connect, and gets it back. */
@Timeout(30)
class KeyboardTest {
    private final Bench bench = new Bench();
    private ServerSocket server;
    private CompletableFuture<String> peer;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        peer = CompletableFuture.supplyAsync(this::readALine);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        bench.close();
    }

    @Test
    void leavesWhatIsTypedAfterTheEndToTheShell() {
        Keyboard keyboard = new Keyboard(true);
        keyboard.typed.add("QUIT\n");
        Typed typed = bench.with(keyboard, "connect", "127.0.0.1:" + server.getLocalPort());
        assertThat(typed.status()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(peer.join()).isEqualTo("QUIT");
        assertThat(keyboard.readers).hasValue(0);
    }

    @Test
    void asksForEnterWhereNobodyCanBeInterrupted() {
        Keyboard keyboard = new Keyboard(false);
        keyboard.typed.add("QUIT\n");
        List<String> told = new CopyOnWriteArrayList<>();
        PrintStream err = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                told.add(line);
                keyboard.typed.add("\n");
            }
        };
        Typed typed = bench.with(keyboard, err, "connect", "127.0.0.1:" + server.getLocalPort());
        assertThat(typed.status()).isZero();
        assertThat(told).containsExactly("jackfield: the connection has ended; press Enter");
        assertThat(keyboard.typed).isEmpty();
        assertThat(keyboard.readers).hasValue(0);
    }

    private String readALine() {
        try (Socket socket = server.accept()) {
            StringBuilder line = new StringBuilder();
            for (int octet; (octet = socket.getInputStream().read()) != '\n'; ) {
                line.append((char) octet);
            }
            return line.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for lines; standard input goes on waiting whoever interrupts. */
    private static final class Keyboard extends InputStream {
        private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
        private final AtomicInteger readers = new AtomicInteger();
        private final boolean interruptible;

        Keyboard(boolean interruptible) {
            this.interruptible = interruptible;
        }

        @Override
        public int read() {
            throw new IllegalStateException("Expected to be read line by line");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            readers.incrementAndGet();
            try {
                byte[] line = line().getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(line, 0, into, from, line.length);
                return line.length;
            } finally {
                readers.decrementAndGet();
            }
        }

        private String line() throws IOException {
            while (true) {
                try {
                    return typed.take();
                } catch (InterruptedException e) {
                    if (interruptible) {
                        throw new InterruptedIOException();
                    }
                }
            }
        }
    }
}
