package dev.jackfield.http;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Objects;

/**
 * A proxy was asked for a tunnel and answered, but not with a 2xx (RFC 9110 section 9.3.6).
 *
 * <p>407 is one that wants credentials, or others than it was given: the message says which. What else a proxy has to say
 * (401, 403, 502, 504, ...) is in its head; the body is not read.
 *
 * <p><i>Immutable.</i> Not to be serialized.
 */
public final class ProxyRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ResponseHead head;

    /**
     * A refusal.
     *
     * @param message what was asked for, what was got, and why, as far as is known; without any password
     * @param head the proxy's answer
     */
    public ProxyRefused(String message, ResponseHead head) {
        super(message);
        this.head = Objects.requireNonNull(head, "head");
    }

    /**
     * The proxy's answer.
     *
     * @return status, reason and fields
     */
    public ResponseHead head() {
        return head;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException(ProxyRefused.class.getName());
    }
}
