package dev.jackfield.testkit.internal.layer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** A layer of which every octet that it writes is kept, whether the far end reads it or not. */
record Overheard(Layer layer, ByteArrayOutputStream octets) implements Layer {
    Overheard(Layer layer) {
        this(layer, new ByteArrayOutputStream());
    }

    /** So that names are found as they stand. */
    String said() {
        return octets.toString(ISO_8859_1);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return layer.over(new Tapped(below, octets), target, attempt);
    }

    private record Tapped(Wire below, ByteArrayOutputStream octets) implements ForwardingWire {
        @Override
        public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
            ByteBuffer[] before = new ByteBuffer[length];
            for (int i = 0; i < length; i++) {
                before[i] = sources[offset + i].duplicate();
            }
            long count = below.write(sources, offset, length);
            for (int i = 0; i < length; i++) {
                while (before[i].position() < sources[offset + i].position()) {
                    octets.write(before[i].get());
                }
            }
            return count;
        }
    }
}
