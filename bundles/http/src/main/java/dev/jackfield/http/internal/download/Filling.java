package dev.jackfield.http.internal.download;

import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadListener;
import dev.jackfield.http.internal.sink.Outlet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * The file of a download while one response fills it: nobody else writes it, the listener is told how it grows, and in the end it
 * has the time that the server says.
 */
final class Filling implements Outlet {
    private final Download download;
    private final DownloadListener listener;
    private final Outlet file;
    private final long total;
    private final Optional<Instant> modified;
    private long octets;

    private Filling(Download download, Verdict.Take take, Outlet file) {
        this.download = download;
        this.listener = download.listener();
        this.file = file;
        this.total = take.total();
        this.modified = Judge.modified(take.head());
        this.octets = take.from();
    }

    /** Opens it, for one verdict. */
    static Filling open(Download download, Verdict.Take take) throws IOException {
        Outlet file = Outlet.of(download.file(), take.from(), Target::lock);
        Filling filling = new Filling(download, take, file);
        try {
            filling.tell();
        } catch (ListenerFailure e) {
            filling.close();
            throw e;
        }
        return filling;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining()) {
            octets += bytes.remaining();
            file.write(bytes);
            tell();
        }
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            modified.ifPresent(time -> Target.stamp(download.file(), time));
        }
    }

    /** The listener is not ours, and may throw anything. */
    private void tell() throws ListenerFailure {
        try {
            listener.written(octets, total);
        } catch (Throwable e) {
            throw new ListenerFailure(e);
        }
    }
}
