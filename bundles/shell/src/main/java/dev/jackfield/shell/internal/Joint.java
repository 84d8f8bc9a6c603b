package dev.jackfield.shell.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * Joins a wire with standard input and output. Each direction has one piece under way at a time, so whoever is slow is
 * waited for.
 */
final class Joint {
    private static final int PIECE = 64 * 1024;
    private static final long MOMENT_MILLIS = 200;

    private final Wire wire;
    private final Loop loop;
    private final Streams streams;
    private final boolean lent;
    /** What the command waits for; touched on the loop only. */
    private CompletableFuture<Integer> reading = new CompletableFuture<>();

    /**
     * Joins nothing yet.
     *
     * @param lent whether somebody else reads the same input afterwards, as a shell its keyboard
     */
    Joint(Wire wire, Streams streams, boolean lent) {
        this.wire = wire;
        this.loop = wire.loop();
        this.streams = streams;
        this.lent = lent;
    }

    /** On the command's thread, until the other side ends or something breaks. The wire is closed then. */
    int run() throws IOException, InterruptedException {
        Thread sender = new Thread(this::send, "jackfield-input");
        // It may wait for somebody to type something, and nothing can be done about it.
        sender.setDaemon(true);
        sender.start();
        Output output = new Output("-", streams.out());
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try {
            while (await(read(piece)) >= 0) {
                output.write(Arrays.copyOf(piece.array(), piece.position()));
                output.flush();
                piece.clear();
            }
            return ExitStatus.OK;
        } finally {
            loop.execute(wire::close);
            if (lent) {
                giveBack(sender);
            }
        }
    }

    /** Whoever reads on would take what is typed next, and is meant for somebody else. */
    private void giveBack(Thread sender) throws InterruptedException {
        sender.interrupt();
        sender.join(MOMENT_MILLIS);
        if (sender.isAlive()) {
            streams.err().println("jackfield: the connection has ended; press Enter");
            sender.join();
        }
    }

    private CompletableFuture<Integer> read(ByteBuffer piece) {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        loop.execute(() -> {
            if (reading.isCompletedExceptionally()) {
                // It is the other direction that broke.
                reading.whenComplete((never, error) -> done.completeExceptionally(error));
            } else {
                reading = done;
                tryToRead(piece);
            }
        });
        return done;
    }

    private void tryToRead(ByteBuffer piece) {
        try {
            int count = wire.read(piece);
            if (count == 0) {
                wire.whenReadable(() -> tryToRead(piece));
            } else {
                reading.complete(count);
            }
        } catch (IOException | RuntimeException e) {
            reading.completeExceptionally(e);
        }
    }

    private void send() {
        byte[] piece = new byte[PIECE];
        try {
            for (int count; (count = streams.in().read(piece)) >= 0; ) {
                await(write(ByteBuffer.wrap(piece, 0, count)));
            }
            loop.execute(this::end);
        } catch (IOException e) {
            breakWith(e);
        } catch (RejectedExecutionException e) {
            // The command has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Integer> write(ByteBuffer octets) {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        loop.execute(() -> Wires.write(wire, octets).whenComplete((nothing, error) -> {
            if (error == null) {
                done.complete(octets.position());
            } else {
                done.completeExceptionally(error);
            }
        }));
        return done;
    }

    private void end() {
        try {
            wire.shutdownOutput();
        } catch (IOException e) {
            reading.completeExceptionally(e);
        }
    }

    private void breakWith(IOException failure) {
        try {
            loop.execute(() -> {
                // Nobody may be reading just now; then the next one gets to know.
                if (!reading.completeExceptionally(failure)) {
                    reading = CompletableFuture.failedFuture(failure);
                }
            });
        } catch (RejectedExecutionException e) {
            // The command has ended.
        }
    }

    private static int await(CompletableFuture<Integer> stage) throws IOException, InterruptedException {
        try {
            return stage.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new IOException(e.getCause().toString(), e.getCause());
        }
    }
}
