package dev.jackfield.shell.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * Where a command reads and writes.
 *
 * @param in for {@code -d @-}
 * @param out throws when it is broken, as a {@link PrintStream} would not
 * @param err for people
 */
public record Streams(InputStream in, OutputStream out, PrintStream err) {
    /** For commands that are not run. */
    static final Streams NONE = new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream()));

    /**
     * Those of the process, unbuffered: what is written is out, and a closed pipe is noticed at once. A thread that
     * waits for a reader can be interrupted, which closes standard output for good.
     *
     * @return for a command line
     */
    public static Streams ofProcess() {
        FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel();
        return new Streams(System.in, Channels.newOutputStream(out), System.err);
    }

    /**
     * Those of the calling thread: the shells of OSGi put streams of their session behind {@link System#out}, thread by
     * thread.
     *
     * @return for a shell
     */
    public static Streams ofThread() {
        return new Streams(System.in, new CheckedOutput(System.out), System.err);
    }
}
