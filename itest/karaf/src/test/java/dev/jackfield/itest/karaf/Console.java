package dev.jackfield.itest.karaf;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Karaf's remote shell, one {@code bin/client} for all commands: to start one for each takes seconds. It thinks that
 * somebody types.
 */
final class Console implements AutoCloseable {
    private static final String PROMPT = "karaf@root()> ";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration POLLING = Duration.ofSeconds(30);

    private final Process client;
    private final Writer typed;
    private final Reader shown;
    private volatile Optional<PrintStream> show = Optional.empty();

    /** Waits for Karaf to be up. */
    Console(Process client) throws IOException, InterruptedException {
        this.client = client;
        this.typed = client.outputWriter();
        this.shown = client.inputReader();
        untilPrompt("the first prompt");
    }

    /** Runs a command and returns what it printed, errors included. */
    String run(String command) throws IOException, InterruptedException {
        typed.write(command + "\n");
        typed.flush();
        String printed = untilPrompt(command);
        return printed.substring(printed.indexOf('\n') + 1);
    }

    /** The same, and shows what is printed while it is. */
    String run(String command, PrintStream as) throws IOException, InterruptedException {
        show = Optional.of(as);
        try {
            return run(command);
        } finally {
            show = Optional.empty();
        }
    }

    /** Runs a command again and again, until what it prints is as it should be. */
    void await(String command, Predicate<String> expected) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String printed = run(command);
        while (!expected.test(printed)) {
            if (System.nanoTime() - begin > POLLING.toNanos()) {
                throw new AssertionError("Expected another answer of \"" + command + "\" within " + POLLING.toSeconds()
                        + " s, got at last:\n" + printed);
            }
            printed = run(command);
        }
    }

    @Override
    public void close() throws IOException {
        client.destroy();
    }

    private String untilPrompt(String what) throws InterruptedException {
        StringBuilder printed = new StringBuilder();
        try {
            CompletableFuture.runAsync(() -> read(printed)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            client.destroyForcibly();
            throw new AssertionError("Expected a prompt after " + what + ", got:\n" + printed, e);
        }
        return printed.substring(0, printed.length() - PROMPT.length());
    }

    private void read(StringBuilder printed) {
        try {
            while (!printed.toString().endsWith(PROMPT)) {
                int c = shown.read();
                if (c < 0) {
                    throw new IOException("bin/client has ended");
                }
                printed.append((char) c);
                show.ifPresent(out -> out.append((char) c).flush());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
