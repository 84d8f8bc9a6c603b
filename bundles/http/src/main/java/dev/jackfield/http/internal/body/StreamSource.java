package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;

/** Streams, a new one each time. */
public record StreamSource(Supplier<? extends InputStream> supplier) implements Source {
    /** Checks for null. */
    public StreamSource {
        Objects.requireNonNull(supplier, "stream");
    }

    @Override
    public Supply open(Loop loop, Runnable more) {
        return new StreamSupply(supplier::get, loop, loop.foreign(), more);
    }

    @Override
    public long measure() {
        return UNKNOWN;
    }

    @Override
    public boolean measuredOnDisk() {
        return false;
    }
}
