package dev.jackfield.shell.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** A print stream that says so when it is broken. */
final class CheckedOutput extends OutputStream {
    private final PrintStream out;

    CheckedOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        check();
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    private void check() throws IOException {
        if (out.checkError()) {
            throw new IOException(Output.BROKEN_PIPE);
        }
    }
}
