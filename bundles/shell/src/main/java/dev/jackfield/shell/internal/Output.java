package dev.jackfield.shell.internal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the response goes: standard output, or a file that is made when there is a response to put into it. */
final class Output implements Closeable {
    /** What Unix says when the reader of a pipe has gone. */
    static final String BROKEN_PIPE = "Broken pipe";

    /** The output cannot be written. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        private Failure(String where, Exception cause) {
            super("Cannot write " + where + ": " + reason(cause), cause);
        }

        /** Whoever read has had enough; that is nothing to complain about. */
        boolean readerGone() {
            return BROKEN_PIPE.equals(getCause().getMessage());
        }
    }

    private final String file;
    private final boolean toFile;
    private OutputStream out;

    /**
     * An output.
     *
     * @param file to write; "-" for standard output
     * @param standard never closed
     */
    Output(String file, OutputStream standard) {
        this.file = file;
        this.toFile = !file.equals("-");
        this.out = toFile ? OutputStream.nullOutputStream() : standard;
    }

    /** There is a response. */
    void open() throws Failure {
        if (toFile) {
            try {
                out = Files.newOutputStream(Path.of(file));
            } catch (InvalidPathException | IOException e) {
                throw new Failure(where(), e);
            }
        }
    }

    void write(byte[] octets) throws Failure {
        try {
            out.write(octets);
        } catch (IOException e) {
            throw new Failure(where(), e);
        }
    }

    void flush() throws Failure {
        try {
            out.flush();
        } catch (IOException e) {
            throw new Failure(where(), e);
        }
    }

    @Override
    public void close() throws Failure {
        try {
            if (toFile) {
                out.close();
            } else {
                out.flush();
            }
        } catch (IOException e) {
            throw new Failure(where(), e);
        }
    }

    /** Lets go of a file whatever has become of it; does nothing after {@link #close()}. */
    void drop() throws IOException {
        if (toFile) {
            out.close();
        }
    }

    /** The reason, which the exceptions of files hide in their type. */
    static String reason(Exception e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private String where() {
        return toFile ? "\"" + file + "\"" : "standard output";
    }
}
