package dev.jackfield.itest.bench.clients;

import java.nio.charset.StandardCharsets;

/**
 * A request that every client can send.
 *
 * @param method an HTTP method
 * @param url absolute
 * @param text what it carries; empty for no body
 */
public record Call(String method, String url, String text) {
    public boolean hasBody() {
        return !text.isEmpty();
    }

    byte[] octets() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
