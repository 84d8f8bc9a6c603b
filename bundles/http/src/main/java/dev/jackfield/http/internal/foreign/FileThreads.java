package dev.jackfield.http.internal.foreign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Where the work on one file is done: that on an ordinary one on threads for blocking work, that on a pipe, a device or
 * whatever else may keep a thread for ever on threads for foreign code. <i>Thread-safe</i>, for one task at a time.
 */
public final class FileThreads implements Executor {
    private final Path file;
    private final Executor blocking;
    private final Executor foreign;
    /** Null until somebody has looked at the file. */
    private volatile Executor chosen;

    /** For a file that is there, or will be. */
    public FileThreads(Path file, Executor blocking, Executor foreign) {
        this.file = file;
        this.blocking = blocking;
        this.foreign = foreign;
    }

    @Override
    public void execute(Runnable task) {
        Executor known = chosen;
        if (known != null) {
            known.execute(task);
        } else {
            blocking.execute(() -> choose(task));
        }
    }

    private void choose(Runnable task) {
        if (Files.isRegularFile(file) || Files.notExists(file)) {
            chosen = blocking;
            task.run();
            return;
        }
        chosen = foreign;
        try {
            foreign.execute(task);
        } catch (RejectedExecutionException closedMeanwhile) {
            task.run();
        }
    }
}
