package dev.jackfield.http.internal.download;

import dev.jackfield.http.DownloadListener;
import dev.jackfield.http.Intake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes the body of one response into a file, on threads for blocking work, and shuts the tap while too much waits.
 *
 * <p><i>Thread-safe.</i>
 */
final class FileDrain {
    /** So many octets may wait; a part more, if it comes at that moment. */
    static final int MOST_WAITING = 256 * 1024;

    private static final int ENOUGH_ROOM = MOST_WAITING / 2;

    private final Path file;
    private final DownloadListener listener;
    private final Executor serial;
    private final Intake intake;
    private final long total;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean paused = new AtomicBoolean();
    private volatile boolean ended;
    private volatile Optional<IOException> failure = Optional.empty();
    // These belong to the serial.
    private FileChannel channel;
    private long octets;

    private FileDrain(Path file, DownloadListener listener, Executor serial, Intake intake, long total) {
        this.file = file;
        this.listener = listener;
        this.serial = serial;
        this.intake = intake;
        this.total = total;
    }

    /** Opens a file, for one verdict. */
    static FileDrain begin(Path file, DownloadListener listener, Executor serial, Intake intake, Verdict.Take take) {
        FileDrain drain = new FileDrain(file, listener, serial, intake, take.total());
        serial.execute(() -> drain.attempt(() -> drain.open(take.from())));
        return drain;
    }

    /** On the exchange's loop: false if there is no use in more. */
    boolean part(ByteBuffer bytes) {
        if (ended || failure.isPresent()) {
            return false;
        }
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        int length = copy.remaining();
        boolean full = waiting.addAndGet(length) > MOST_WAITING;
        serial.execute(() -> {
            attempt(() -> write(copy));
            if (waiting.addAndGet(-length) <= ENOUGH_ROOM) {
                resume();
            }
        });
        if (full) {
            pause();
        }
        return true;
    }

    /** On the serial, behind all parts: lets go of the file, and gives it its time. Again, it does nothing. */
    void end(Optional<Instant> modified) {
        ended = true;
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            fail(e);
        }
        channel = null;
        modified.ifPresent(time -> stamp(file, time));
    }

    /** That it cannot have a time, as on some file systems, is no reason to do without it. */
    static void stamp(Path file, Instant modified) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(modified));
        } catch (IOException e) {
            System.getLogger("dev.jackfield.http").log(System.Logger.Level.DEBUG, "Cannot set the time of " + file, e);
        }
    }

    /** From any thread: takes no more. */
    void stop() {
        ended = true;
    }

    /** What went wrong while writing. */
    Optional<IOException> failure() {
        return failure;
    }

    private void open(long from) throws IOException {
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Target.lock(opened);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        channel = opened;
        if (channel.size() < from) {
            throw new IOException("Expected " + from + " octets, as there were before, got " + channel.size());
        }
        channel.truncate(from).position(from);
        octets = from;
        tell();
    }

    private void write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        octets += length;
        tell();
    }

    /** The listener is not ours, and may throw anything. */
    private void tell() throws ListenerFailure {
        try {
            listener.written(octets, total);
        } catch (Throwable e) {
            throw new ListenerFailure(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void attempt(Work work) {
        if (failure.isPresent()) {
            return;
        }
        try {
            work.run();
        } catch (IOException e) {
            fail(e);
        } catch (Throwable e) {
            fail(new IOException(e.toString(), e));
        }
    }

    private void fail(IOException why) {
        if (failure.isEmpty()) {
            failure = Optional.of(why);
            intake.refuse();
        }
    }

    /** In this order, so that whoever makes room meanwhile is not missed. */
    private void pause() {
        intake.pause();
        paused.set(true);
        if (waiting.get() <= ENOUGH_ROOM) {
            resume();
        }
    }

    private void resume() {
        if (paused.getAndSet(false)) {
            intake.resume();
        }
    }
}
