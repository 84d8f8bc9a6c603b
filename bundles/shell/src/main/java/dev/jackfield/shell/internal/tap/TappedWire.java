package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A wire that shows the first head written to it, line by line, but for what a proxy is told in confidence. */
final class TappedWire implements ForwardingWire {
    private static final Pattern SECRET = Pattern.compile("(?i)(proxy-authorization: *\\S+).*");

    private final Wire below;
    private final HeadLines lines;

    TappedWire(Wire wire, Consumer<String> lines) {
        this.below = wire;
        this.lines = new HeadLines(line -> lines.accept(("> " + shown(line)).stripTrailing()));
    }

    /** The wire itself: what a layer says over it is not what the client says. */
    static Wire untapped(Wire wire) {
        return wire instanceof TappedWire tapped ? tapped.below : wire;
    }

    @Override
    public Wire below() {
        return below;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        if (lines.complete()) {
            return ForwardingWire.super.write(sources, offset, length);
        }
        ByteBuffer[] before = new ByteBuffer[length];
        for (int i = 0; i < length; i++) {
            before[i] = sources[offset + i].duplicate();
        }
        long written = ForwardingWire.super.write(sources, offset, length);
        for (int i = 0; i < length; i++) {
            lines.accept(before[i].limit(sources[offset + i].position()));
        }
        return written;
    }

    private static String shown(String line) {
        return SECRET.matcher(line).replaceFirst("$1 " + Credentials.HIDDEN);
    }
}
