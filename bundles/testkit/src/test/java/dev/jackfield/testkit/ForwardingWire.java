package dev.jackfield.testkit;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A wire that passes everything on to another one. */
interface ForwardingWire extends Wire {
    Wire wire();

    @Override
    default int read(ByteBuffer destination) throws IOException {
        return wire().read(destination);
    }

    @Override
    default long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return wire().write(sources, offset, length);
    }

    @Override
    default void whenReadable(Runnable once) {
        wire().whenReadable(once);
    }

    @Override
    default void whenWritable(Runnable once) {
        wire().whenWritable(once);
    }

    @Override
    default void shutdownOutput() throws IOException {
        wire().shutdownOutput();
    }

    @Override
    default void close() {
        wire().close();
    }

    @Override
    default Loop loop() {
        return wire().loop();
    }

    @Override
    default SocketAddress peer() {
        return wire().peer();
    }

    @Override
    default <T> Optional<T> beneath(Class<T> type) {
        return wire().beneath(type);
    }
}
