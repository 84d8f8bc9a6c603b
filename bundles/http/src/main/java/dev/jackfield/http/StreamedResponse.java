package dev.jackfield.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * A response whose head is here and whose body comes as it is asked for. <i>Immutable</i>, but for the body, which can be
 * had once.
 *
 * @param request what was asked last, after redirects
 * @param head status line and fields
 * @param redirects the responses that led here, the first one first
 * @param body takes one subscriber, who is told a {@link HttpFailure} if the body is cut short, and gets buffers of its own;
 *     whom nobody subscribes to holds the connection until the inactivity limit or the deadline ends it. Cancelling the
 *     subscription ends the exchange and the connection
 * @param trailers complete when the body is, or fail with it
 * @param ledger what was done to get it; goes on while the body comes
 */
public record StreamedResponse(
        Request request,
        ResponseHead head,
        List<Response> redirects,
        Flow.Publisher<ByteBuffer> body,
        CompletionStage<Headers> trailers,
        RequestLedger ledger) {
    /** Checks for nulls. */
    public StreamedResponse {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(head, "head");
        redirects = List.copyOf(redirects);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(trailers, "trailers");
        Objects.requireNonNull(ledger, "ledger");
    }

    /**
     * One that came from no client, as tests want it.
     *
     * @param request what was asked
     * @param head status line and fields
     * @param redirects the responses that led here
     * @param body takes one subscriber
     * @param trailers complete when the body is
     */
    public StreamedResponse(
            Request request,
            ResponseHead head,
            List<Response> redirects,
            Flow.Publisher<ByteBuffer> body,
            CompletionStage<Headers> trailers) {
        this(request, head, redirects, body, trailers, RequestLedger.NONE);
    }

    /**
     * The status code.
     *
     * @return 200 to 999, or 101
     */
    public int status() {
        return head.status();
    }
}
