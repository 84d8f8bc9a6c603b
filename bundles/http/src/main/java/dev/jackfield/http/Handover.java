package dev.jackfield.http;

import dev.jackfield.connector.Wire;
import java.util.List;
import java.util.Objects;

/**
 * A connection that the client has let go of, just behind the head of a response: the seed's {@code want_body_handle}.
 * <i>Immutable</i>; the wire is confined to its loop.
 *
 * <p>It belongs to whom it was handed over to, who has to close it. The client counts it no more.
 *
 * @param request what was asked last, after redirects
 * @param head status line and fields; of any status, 101 included if the request asked for an upgrade
 * @param redirects the responses that led here, the first one first
 * @param wire what follows the head, octets that had been read already first. If the response has a body, it is there as it
 *     came: with its transfer coding
 * @param ledger what was done to get it
 */
public record Handover(Request request, ResponseHead head, List<Response> redirects, Wire wire, RequestLedger ledger) {
    /** Checks for nulls. */
    public Handover {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(head, "head");
        redirects = List.copyOf(redirects);
        Objects.requireNonNull(wire, "wire");
        Objects.requireNonNull(ledger, "ledger");
    }
}
