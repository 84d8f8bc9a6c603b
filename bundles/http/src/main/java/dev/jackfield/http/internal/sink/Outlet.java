package dev.jackfield.http.internal.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a body is written to. Used by one thread at a time; all of it may block. */
public interface Outlet {
    /** Opens one. */
    interface Opener {
        Outlet open() throws IOException;
    }

    /** Says whether a file may be written that was just opened. */
    interface Claim {
        /** Throws what is against it. */
        void stake(FileChannel file) throws IOException;
    }

    /** Writes all of it. */
    void write(ByteBuffer bytes) throws IOException;

    /** Everything was written. */
    void flush() throws IOException;

    /** Lets go. */
    void close() throws IOException;

    /** A channel of the caller's, which stays open. */
    static Outlet of(WritableByteChannel channel) {
        return new Outlet() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void flush() {
                // A channel keeps nothing back.
            }

            @Override
            public void close() {
                // It is the caller's.
            }
        };
    }

    /** A stream of the caller's, which stays open. */
    static Outlet of(OutputStream stream) {
        return new Outlet() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                stream.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }

            @Override
            public void close() {
                // It is the caller's.
            }
        };
    }

    /** A file, of which what was in it before {@code from} is kept. */
    static Outlet of(Path file, long from, Claim claim) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            claim.stake(channel);
            if (channel.size() < from) {
                throw new IOException(
                        "Expected a file of at least " + from + " octets, got " + channel.size() + " in " + file);
            }
            if (from > 0 || Files.isRegularFile(file)) {
                // A pipe has no places to go to, and needs none from its beginning.
                channel.truncate(from).position(from);
            }
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
        Outlet open = of(channel);
        return new Outlet() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                open.write(bytes);
            }

            @Override
            public void flush() {
                // Closing does.
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
