package dev.jackfield.http.internal.body;

import dev.jackfield.http.internal.foreign.FileThreads;
import dev.jackfield.loop.Loop;
import java.io.IOException;
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

    /** What is no ordinary file, a pipe for example, has a size that says nothing. */
    @Override
    public long measure() throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : Files.exists(file) ? UNKNOWN : Files.size(file);
    }

    @Override
    public boolean measuredOnDisk() {
        return true;
    }
}
