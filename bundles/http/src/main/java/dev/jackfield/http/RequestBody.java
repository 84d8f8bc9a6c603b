package dev.jackfield.http;

import dev.jackfield.http.internal.body.FileSource;
import dev.jackfield.http.internal.body.Form;
import dev.jackfield.http.internal.body.Multipart;
import dev.jackfield.http.internal.body.OctetsBody;
import dev.jackfield.http.internal.body.PublisherSource;
import dev.jackfield.http.internal.body.StreamSource;
import dev.jackfield.http.internal.body.SuppliedBody;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a request carries.
 *
 * <p>A body whose length is known goes out with its Content-Length, any other in chunks (RFC 9112 section 7.1). It is read
 * only as fast as the server takes it. Whatever goes wrong while it is read ends the exchange with a {@link HttpFailure} of
 * phase {@link Phase#SEND}, and so does a body that turns out shorter than it said, or, as far as that is known before the
 * answer is complete, longer. Whoever refuses it early, with a status from 300, or has answered completely before it was sent, is not sent the
 * rest.
 *
 * <p><i>Immutable</i>, as far as what it is made of is.
 */
@ProviderType
public interface RequestBody {

    /**
     * No body.
     *
     * @return always the same
     */
    static RequestBody none() {
        return OctetsBody.NONE;
    }

    /**
     * Octets in memory.
     *
     * @param octets sent as they are; not copied
     * @return the body, without a type
     */
    static RequestBody of(byte[] octets) {
        return OctetsBody.of(octets);
    }

    /**
     * Text in UTF-8.
     *
     * @param text what is encoded
     * @return the body, of type {@code text/plain; charset=utf-8}
     */
    static RequestBody of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    /**
     * Text.
     *
     * @param text what is encoded; what the charset has not is replaced
     * @param charset how
     * @return the body, of type {@code text/plain} with this charset
     */
    static RequestBody of(String text, Charset charset) {
        return OctetsBody.of(text, charset);
    }

    /**
     * A file, opened anew each time the body is sent. It is read on a thread that may block.
     *
     * @param file as long as it is when it is opened. What is no ordinary file, such as a pipe or what is below /proc, is
     *     read to its end, and goes out in chunks
     * @return the body, without a type
     */
    static RequestBody of(Path file) {
        return SuppliedBody.of(new FileSource(file));
    }

    /**
     * A stream, opened anew each time the body is sent, read on a thread that may block, and closed. When the exchange
     * ends during a read, the reading thread is interrupted; if that does not help, the stream is closed meanwhile. A read
     * that does not return even then keeps its thread, and nothing else.
     *
     * @param stream opens it
     * @return the body, without a length or type
     */
    static RequestBody of(Supplier<? extends InputStream> stream) {
        return SuppliedBody.of(new StreamSource(stream));
    }

    /**
     * What a publisher publishes. It is subscribed to once each time the body is sent; so if it can be subscribed to more
     * than once, say {@link #repeatable(boolean)}.
     *
     * @param publisher of buffers, each sent from its position to its limit
     * @return the body, without a length or type, not repeatable
     */
    static RequestBody of(Flow.Publisher<? extends ByteBuffer> publisher) {
        return SuppliedBody.of(new PublisherSource(publisher)).repeatable(false);
    }

    /**
     * A form (WHATWG URL section 5, {@code application/x-www-form-urlencoded}).
     *
     * @param namesAndValues in turn, encoded as UTF-8
     * @return the body, with its type
     * @throws IllegalArgumentException if a name has no value
     */
    static RequestBody form(String... namesAndValues) {
        return Form.body(namesAndValues);
    }

    /**
     * Parts of any kind, files among them (RFC 7578).
     *
     * @param parts in their order
     * @return the body, of type {@code multipart/form-data}; of known length if all parts are, repeatable if all are
     */
    static RequestBody multipart(Part... parts) {
        return Multipart.body(parts);
    }

    /**
     * How many octets there are, if that is known before they are sent.
     *
     * @return 0 or more
     */
    OptionalLong length();

    /**
     * What kind it is: sent as Content-Type, if the request has none.
     *
     * @return a media type
     */
    Optional<String> type();

    /**
     * Whether it can be sent more than once: for a second attempt, or a redirect of status 307 or 308.
     *
     * @return true for all but those made of a publisher
     */
    boolean repeatable();

    /**
     * This body of another kind.
     *
     * @param type a media type; empty for none
     * @return a new body
     * @throws IllegalArgumentException if it cannot stand in a field
     */
    RequestBody typed(String type);

    /**
     * This body with a known length, so that it goes out without chunks.
     *
     * @param octets 0 or more
     * @return a new body
     */
    RequestBody sized(long octets);

    /**
     * This body, as one that can be sent more than once, or not.
     *
     * @param value whether what it is made of can be read again
     * @return a new body
     */
    RequestBody repeatable(boolean value);
}
