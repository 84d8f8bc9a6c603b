package dev.jackfield.http.internal.forward;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.internal.message.RequestForm;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A wire that leads to a proxy, who is to be asked in this form. The mark is the wire itself and not looked for beneath
 * others: what is said through a tunnel or over TLS is not said to this proxy.
 */
public final class ForwardWire implements Wire {
    private final Wire below;
    private final RequestForm form;

    ForwardWire(Wire below, RequestForm form) {
        this.below = below;
        this.form = form;
    }

    /** How requests for http URLs are to be written onto a wire. */
    public static RequestForm formFor(Wire wire) {
        return wire instanceof ForwardWire forward ? forward.form : RequestForm.ORIGIN;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        return below.read(destination);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return below.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        below.whenReadable(once);
    }

    @Override
    public void whenWritable(Runnable once) {
        below.whenWritable(once);
    }

    @Override
    public void shutdownOutput() throws IOException {
        below.shutdownOutput();
    }

    @Override
    public void close() {
        below.close();
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
        return type.isInstance(this) ? Optional.of(type.cast(this)) : below.beneath(type);
    }
}
