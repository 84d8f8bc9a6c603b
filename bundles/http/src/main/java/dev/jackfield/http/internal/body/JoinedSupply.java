package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** One supply after the other, each opened when the one before it has ended. */
final class JoinedSupply implements Supply {
    private static final Supply NONE = new OctetsSupply(new byte[0]);

    private final Iterator<Source> sources;
    private final Loop loop;
    private final Runnable more;
    private Supply current = NONE;
    private boolean closed;

    JoinedSupply(List<Source> sources, Loop loop, Runnable more) {
        this.sources = sources.iterator();
        this.loop = loop;
        this.more = more;
    }

    @Override
    public int read(ByteBuffer out) throws IOException {
        int before = out.remaining();
        while (out.hasRemaining() && !closed) {
            int count = current.read(out);
            if (count == 0) {
                break;
            }
            if (count < 0) {
                current.close();
                if (!sources.hasNext()) {
                    current = NONE;
                    int read = before - out.remaining();
                    return read == 0 ? -1 : read;
                }
                current = sources.next().open(loop, more);
            }
        }
        return before - out.remaining();
    }

    @Override
    public void close() {
        closed = true;
        current.close();
    }
}
