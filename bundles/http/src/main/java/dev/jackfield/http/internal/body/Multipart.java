package dev.jackfield.http.internal.body;

import dev.jackfield.http.Part;
import dev.jackfield.http.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Forms of parts (RFC 7578, RFC 2046 section 5.1). */
public final class Multipart {
    private Multipart() {}

    /** Joins them. */
    public static RequestBody body(Part... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("Expected at least one part (RFC 2046 section 5.1.1), got none");
        }
        // Nobody who supplies a part can guess it, so none of them can end it early.
        String boundary = "jackfield-" + UUID.randomUUID();
        List<Source> sources = new ArrayList<>(parts.length * 3 + 1);
        boolean repeatable = true;
        for (Part part : parts) {
            sources.add(octets(head(boundary, part)));
            sources.add(source(part));
            sources.add(octets("\r\n"));
            repeatable &= part.body().repeatable();
        }
        sources.add(octets("--" + boundary + "--\r\n"));
        return SuppliedBody.of(new JoinedSource(sources))
                .typed("multipart/form-data; boundary=" + boundary)
                .repeatable(repeatable);
    }

    private static Source source(Part part) {
        if (part.body() instanceof Source source) {
            return source;
        }
        throw new IllegalArgumentException(
                "Expected a body made by RequestBody, got " + part.body().getClass());
    }

    private static Source octets(String text) {
        return OctetsBody.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(String boundary, Part part) {
        StringBuilder head = new StringBuilder("--" + boundary + "\r\n");
        head.append("Content-Disposition: form-data; name=\"")
                .append(escaped(part.name()))
                .append('"');
        if (!part.fileName().isEmpty()) {
            head.append("; filename=\"").append(escaped(part.fileName())).append('"');
        }
        part.body().type().ifPresent(type -> head.append("\r\nContent-Type: ").append(type));
        return head.append("\r\n\r\n").toString();
    }

    /** As browsers do: section 4.2 leaves the way open, and this is what servers undo. */
    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
