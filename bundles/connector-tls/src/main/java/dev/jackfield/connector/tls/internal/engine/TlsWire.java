package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * A wire after its handshake.
 *
 * <p>Whoever writes is told that bytes were taken once they are wrapped; what does not fit below then follows by itself.
 */
final class TlsWire implements Wire {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.tls");

    private final Wire below;
    private final SSLEngine engine;
    private final Negotiated negotiated;
    private final Reading reading;
    private final Outbound out;
    private final Runnable readable = this::readable;
    private final Runnable writable = this::writable;
    private Runnable reader;
    private Runnable writer;
    private IOException broken;
    private boolean failed;
    private boolean outputEnded;
    private boolean closed;

    TlsWire(Wire below, SSLEngine engine, Negotiated negotiated, Inbound in, Outbound out) {
        this.below = below;
        this.engine = engine;
        this.out = out;
        this.negotiated = negotiated;
        this.reading = new Reading(engine, in, negotiated, below.loop());
        if (out.pending()) {
            below.whenWritable(writable);
        }
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        checkOpen();
        try {
            int count = reading.read(destination);
            if (!failed && reading.broken() instanceof SSLException e) {
                // What came before it is handed out, but nothing can be written any more.
                fail(e);
            }
            if (reading.asksToWrite() && broken == null) {
                answer();
            }
            return count;
        } catch (SSLException e) {
            throw failed ? e : fail(e);
        } catch (Below e) {
            throw Below.unwrapped(e);
        }
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        checkOpen();
        Objects.checkFromIndexSize(offset, length, sources.length);
        if (broken != null) {
            throw broken;
        }
        if (outputEnded) {
            throw new ClosedChannelException();
        }
        long taken = 0;
        try {
            do {
                if (!out.flush()) {
                    break;
                }
                taken += out.wrap(engine, sources, offset, length);
            } while (out.pending());
        } catch (SSLException e) {
            throw fail(e);
        } catch (Below e) {
            throw Below.unwrapped(e);
        }
        if (out.pending()) {
            below.whenWritable(writable);
        } else if (engine.isOutboundDone()) {
            throw new IOException("The peer has ended the TLS connection, and takes nothing more");
        }
        return taken;
    }

    @Override
    public void whenReadable(Runnable once) {
        Objects.requireNonNull(once, "once");
        if (closed) {
            later(once);
            return;
        }
        reader = once;
        if (reading.hasSomething()) {
            loop().execute(readable);
        } else {
            below.whenReadable(readable);
        }
    }

    @Override
    public void whenWritable(Runnable once) {
        Objects.requireNonNull(once, "once");
        if (closed) {
            later(once);
            return;
        }
        writer = once;
        if (broken != null) {
            loop().execute(writable);
        } else {
            below.whenWritable(writable);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        checkOpen();
        if (broken != null) {
            throw broken;
        }
        if (!outputEnded) {
            outputEnded = true;
            out.end(engine);
            answer();
            if (broken != null) {
                throw broken;
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (broken == null) {
            sayGoodBye();
        }
        out.release();
        reading.release();
        try {
            below.close();
        } finally {
            Sessions.end(engine);
            later(readable);
            later(writable);
        }
    }

    private void sayGoodBye() {
        try {
            out.end(engine);
            tell();
            // Nobody reads tickets who only writes.
            reading.drain();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Saying good-bye over TLS failed", e);
        }
    }

    @Override
    public Loop loop() {
        return below.loop();
    }

    @Override
    public SocketAddress peer() {
        return below.peer();
    }

    @Override
    public <T> Optional<T> beneath(Class<T> type) {
        if (type.isInstance(this)) {
            return Optional.of(type.cast(this));
        }
        if (type == Negotiated.class) {
            return Optional.of(type.cast(negotiated));
        }
        if (type == IOException.class && failed) {
            return Optional.of(type.cast(broken));
        }
        return type == SSLSession.class ? Optional.of(type.cast(engine.getSession())) : below.beneath(type);
    }

    @Override
    public String toString() {
        return "TLS over " + below;
    }

    /** Whether a buffer is in use now. */
    boolean holdsBuffers() {
        return out.pending() || reading.holdsBuffers();
    }

    private void readable() {
        Runnable told = reader;
        reader = null;
        if (told != null) {
            told.run();
        }
    }

    private void writable() {
        if (!closed && broken == null) {
            answer();
            if (out.pending() && broken == null) {
                return;
            }
        }
        Runnable told = writer;
        writer = null;
        if (told != null) {
            told.run();
        }
    }

    /** Writes what the engine has to say by itself, now or as soon as there is room. */
    private void answer() {
        try {
            if (!flushed()) {
                below.whenWritable(writable);
            }
        } catch (IOException e) {
            broken = Below.unwrapped(e);
        }
    }

    private boolean flushed() throws IOException {
        while (out.flush()) {
            out.wrap(engine);
            if (!out.pending()) {
                return true;
            }
        }
        return false;
    }

    /** Tells the peer the last there is to say, if there is room. */
    private void tell() {
        try {
            flushed();
        } catch (IOException e) {
            // Then the peer will not hear of it.
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Telling the peer that TLS ends failed", e);
        }
    }

    /** A broken connection is closed at once (RFC 8446 section 6.2), and says why to whoever still uses it. */
    private IOException fail(SSLException failure) {
        broken = Failures.later(failure);
        failed = true;
        tell();
        out.release();
        reading.breakWith(broken);
        below.close();
        if (reader != null) {
            loop().execute(readable);
        }
        if (writer != null) {
            loop().execute(writable);
        }
        return broken;
    }

    private void later(Runnable task) {
        try {
            loop().execute(task);
        } catch (RejectedExecutionException ended) {
            // With the loop, everything on it has ended.
        }
    }

    private void checkOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }
}
