package dev.jackfield.http.internal.body;

import dev.jackfield.http.internal.foreign.FileThreads;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;

/** A file. */
public record FileSource(Path file) implements Source {
    /** Checks for null. */
    public FileSource {
        Objects.requireNonNull(file, "file");
    }

    @Override
    public Supply open(Loop loop, Runnable more) {
        Executor threads = new FileThreads(file, loop.blocking(), loop.foreign());
        return new StreamSupply(() -> Files.newInputStream(file), loop, threads, more);
    }

    /**
     * What is no ordinary file, a pipe for example, has a size that says nothing; nor has what the kernel makes up while it
     * is read, as below /proc, and calls an ordinary file of no octets.
     */
    @Override
    public long measure() throws IOException {
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            return UNKNOWN;
        }
        long size = Files.size(file);
        return size > 0 || isEmpty() ? size : UNKNOWN;
    }

    private boolean isEmpty() throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.read() < 0;
        }
    }

    @Override
    public boolean measuredOnDisk() {
        return true;
    }
}
