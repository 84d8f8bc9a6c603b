package dev.jackfield.http;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A wire for which the end of the stream is always too early, as it is over TLS without close_notify. */
record TruncatedWire(Wire below) implements ForwardingWire {
    @Override
    public int read(ByteBuffer destination) throws IOException {
        int count = below.read(destination);
        if (count < 0) {
            throw new IOException("cut off");
        }
        return count;
    }
}
