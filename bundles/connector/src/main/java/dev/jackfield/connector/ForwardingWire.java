package dev.jackfield.connector;

import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A wire that leaves to the one below it whatever it does not do itself. Layers that look at bytes, or count them, have
 * little more to write than what they are for.
 *
 * <p>Who changes what {@link #read} and {@link #write} carry has to care for the waiters as well: bytes kept back above the
 * wire below are none of its business.
 *
 * <p><i>Loop-confined</i>, as every wire.
 */
@ConsumerType
public interface ForwardingWire extends Wire {

    /**
     * The one below.
     *
     * @return always the same
     */
    Wire below();

    @Override
    default int read(ByteBuffer destination) throws IOException {
        return below().read(destination);
    }

    @Override
    default long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return below().write(sources, offset, length);
    }

    @Override
    default void whenReadable(Runnable once) {
        below().whenReadable(once);
    }

    @Override
    default void whenWritable(Runnable once) {
        below().whenWritable(once);
    }

    @Override
    default void shutdownOutput() throws IOException {
        below().shutdownOutput();
    }

    @Override
    default void close() {
        below().close();
    }

    @Override
    default Loop loop() {
        return below().loop();
    }

    @Override
    default SocketAddress peer() {
        return below().peer();
    }

    /** The nearest of that type: this one, or one of those beneath. */
    @Override
    default <T> Optional<T> beneath(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : below().beneath(type);
    }
}
