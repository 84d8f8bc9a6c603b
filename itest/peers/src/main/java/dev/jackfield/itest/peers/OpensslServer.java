package dev.jackfield.itest.peers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A real {@code openssl s_server} on a free loopback port, which serves one connection after the other. Without {@code
 * -WWW} and the like it says to its peer what it is told to by {@link #say}, and prints what it hears.
 */
public final class OpensslServer implements AutoCloseable {
    private final Running running;
    private final int port;

    private OpensslServer(Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean installed() {
        return Running.installed("openssl");
    }

    /**
     * Starts one.
     *
     * @param certificate with its chain, in PEM
     * @param key in PEM
     * @param options as on its command line, for example {@code -tls1_2}
     */
    public static OpensslServer start(Path certificate, Path key, List<String> options) throws IOException {
        Path home = Files.createTempDirectory("jackfield-openssl");
        int port = Running.freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "s_server", "-accept", "127.0.0.1:" + port, "-cert", certificate.toString(), "-key", key.toString()));
        arguments.addAll(List.of("-cert_chain", certificate.toString()));
        arguments.addAll(options);
        Running running = Running.start(home, "openssl", arguments);
        // A connection just to see whether it listens would be served like any other.
        running.await(
                "openssl",
                () -> Files.readString(home.resolve("output"), StandardCharsets.ISO_8859_1)
                        .contains("ACCEPT"));
        return new OpensslServer(running, port);
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where it runs. */
    public Path home() {
        return running.home();
    }

    /**
     * Types something in, as one piece. A piece that begins with one of certain letters is a command: {@code r} and a
     * line break ask to renegotiate, {@code K} and {@code k} update keys, {@code P} sends something in the clear, {@code q} ends the connection.
     */
    public void say(String text) throws IOException {
        OutputStream in = running.process().getOutputStream();
        in.write(text.getBytes(StandardCharsets.ISO_8859_1));
        in.flush();
    }

    /** Waits until it has printed something. */
    public void await(String text) throws IOException {
        await(text, 1);
    }

    /** Waits until it has printed something that many times. */
    public void await(String text, int times) throws IOException {
        running.await("openssl by \"" + text + "\"", () -> printed().split(Pattern.quote(text), -1).length > times);
    }

    private String printed() throws IOException {
        return Files.readString(running.home().resolve("output"), StandardCharsets.ISO_8859_1);
    }

    /** Ends it at once, without a word to its peer. */
    public void kill() {
        running.process().destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
