package dev.jackfield.http;

import dev.jackfield.http.internal.url.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An exchange ended without a complete response. <i>Immutable.</i>
 *
 * <p>The codes are the seed's: 595 connecting, 596 TLS to the origin, sending and reading the head, 597 reading the body, 598 ended by the
 * caller's sink, 599 the request itself or anything else that a retry would not mend. If time was up, whichever limit it
 * was, the cause is a {@link java.util.concurrent.TimeoutException}.
 */
public final class HttpFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final Phase phase;
    private final transient ResponseHead head;
    private final transient List<Response> redirects;
    private final String url;
    private final transient RequestLedger ledger;

    /**
     * A failure before there was a head.
     *
     * @param phase where it happened
     * @param message what was got, and what was expected
     * @param cause what lies beneath
     */
    public HttpFailure(Phase phase, String message, Throwable cause) {
        this(phase, message, cause, null, List.of(), "", RequestLedger.NONE);
    }

    /**
     * A failure before there was a head, without a cause.
     *
     * @param phase where it happened
     * @param message what was got, and what was expected
     */
    public HttpFailure(Phase phase, String message) {
        this(phase, message, null, null, List.of(), "", RequestLedger.NONE);
    }

    private HttpFailure(
            Phase phase,
            String message,
            Throwable cause,
            ResponseHead head,
            List<Response> redirects,
            String url,
            RequestLedger ledger) {
        super(message, cause);
        this.phase = phase;
        this.head = head;
        this.redirects = redirects;
        this.url = url;
        this.ledger = ledger;
    }

    /**
     * This failure together with the head that had come before it.
     *
     * @param seen the head of the incomplete response
     * @return a new failure
     */
    public HttpFailure after(ResponseHead seen) {
        return new HttpFailure(phase, getMessage(), getCause(), seen, redirects, url, ledger);
    }

    /**
     * This failure together with where it happened.
     *
     * @param lastUrl what was asked last
     * @param seen the redirects that led there, the first one first
     * @param done what had been done until then
     * @return a new failure
     */
    public HttpFailure at(String lastUrl, List<Response> seen, RequestLedger done) {
        return new HttpFailure(
                phase, getMessage(), getCause(), head, List.copyOf(seen), Shown.withoutUser(lastUrl), done);
    }

    /**
     * The seed's code.
     *
     * @return 595 to 599
     */
    public int code() {
        return phase.code();
    }

    /**
     * Where it happened.
     *
     * @return the phase
     */
    public Phase phase() {
        return phase;
    }

    /**
     * The head, if the failure came after it.
     *
     * @return status line and fields of the incomplete response
     */
    public Optional<ResponseHead> head() {
        return Optional.ofNullable(head);
    }

    /**
     * What was asked last: after redirects, not what was asked at first. It may be what a redirect led to although it is no
     * URL for us. With its query, which is the caller's; of what stands before an {@code @}, which may be a password, nothing.
     *
     * @return empty if nothing was asked
     */
    public String url() {
        return url;
    }

    /**
     * What was done before it came to that.
     *
     * @return {@link RequestLedger#NONE} if it never came to a client
     */
    public RequestLedger ledger() {
        return ledger == null ? RequestLedger.NONE : ledger;
    }

    /**
     * The responses that led there.
     *
     * @return the first one first
     */
    public List<Response> redirects() {
        return redirects;
    }
}
