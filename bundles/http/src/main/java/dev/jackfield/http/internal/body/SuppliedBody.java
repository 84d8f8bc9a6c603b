package dev.jackfield.http.internal.body;

import dev.jackfield.http.Headers;
import dev.jackfield.http.RequestBody;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** A body that is read while it is sent. */
public record SuppliedBody(Source source, OptionalLong given, String mediaType, boolean repeatable)
        implements RequestBody, Source {
    /** Checks for nulls, and the type. */
    public SuppliedBody {
        Objects.requireNonNull(source, "source");
        if (!mediaType.isEmpty()) {
            Headers.of("Content-Type", mediaType);
        }
    }

    /** Of a source that can be opened as often as you like. */
    public static SuppliedBody of(Source source) {
        return new SuppliedBody(source, OptionalLong.empty(), "", true);
    }

    @Override
    public OptionalLong length() {
        try {
            long length = measure();
            return length == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(length);
        } catch (IOException untold) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<String> type() {
        return mediaType.isEmpty() ? Optional.empty() : Optional.of(mediaType);
    }

    @Override
    public RequestBody typed(String type) {
        return new SuppliedBody(source, given, type, repeatable);
    }

    @Override
    public RequestBody sized(long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("Expected a length of 0 or more, got " + octets);
        }
        return new SuppliedBody(source, OptionalLong.of(octets), mediaType, repeatable);
    }

    @Override
    public RequestBody repeatable(boolean value) {
        return new SuppliedBody(source, given, mediaType, value);
    }

    @Override
    public Supply open(Loop loop, Runnable more) {
        return source.open(loop, more);
    }

    @Override
    public long measure() throws IOException {
        return given.isPresent() ? given.getAsLong() : source.measure();
    }

    @Override
    public boolean measuredOnDisk() {
        return given.isEmpty() && source.measuredOnDisk();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
