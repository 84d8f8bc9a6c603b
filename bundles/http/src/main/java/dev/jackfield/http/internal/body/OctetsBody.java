package dev.jackfield.http.internal.body;

import dev.jackfield.http.Headers;
import dev.jackfield.http.RequestBody;
import dev.jackfield.loop.Loop;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Octets in memory. */
public record OctetsBody(byte[] octets, String mediaType, boolean repeatable) implements RequestBody, Source {
    /** No octet. */
    public static final OctetsBody NONE = new OctetsBody(new byte[0], "", true);

    /** Checks for nulls. */
    public OctetsBody {
        Objects.requireNonNull(octets, "octets");
        if (!mediaType.isEmpty()) {
            Headers.of("Content-Type", mediaType);
        }
    }

    /** As they are. */
    public static OctetsBody of(byte[] octets) {
        return new OctetsBody(octets, "", true);
    }

    /** Of a text. */
    public static OctetsBody of(String text, Charset charset) {
        String type = "text/plain; charset=" + charset.name().toLowerCase(Locale.ROOT);
        return new OctetsBody(text.getBytes(charset), type, true);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(octets.length);
    }

    @Override
    public Optional<String> type() {
        return mediaType.isEmpty() ? Optional.empty() : Optional.of(mediaType);
    }

    @Override
    public RequestBody typed(String type) {
        return new OctetsBody(octets, type, repeatable);
    }

    @Override
    public RequestBody sized(long length) {
        if (length != octets.length) {
            throw new IllegalArgumentException("Expected the length " + octets.length + ", got " + length);
        }
        return this;
    }

    @Override
    public RequestBody repeatable(boolean value) {
        return new OctetsBody(octets, mediaType, value);
    }

    @Override
    public Supply open(Loop loop, Runnable more) {
        return new OctetsSupply(octets);
    }

    @Override
    public long measure() {
        return octets.length;
    }

    @Override
    public boolean measuredOnDisk() {
        return false;
    }

    @Override
    public String toString() {
        return octets.length + " octets";
    }
}
