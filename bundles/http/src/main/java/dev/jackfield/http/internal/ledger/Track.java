package dev.jackfield.http.internal.ledger;

import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.message.PreparedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One step of a request while it is taken, and by way of those before it the whole ledger. One is made for each step of
 * each request, so it is small: times are kept as floats, which are exact to 60 ns after a second, and to a quarter of a
 * millisecond after an hour. All else is worked out when somebody asks.
 *
 * <p><i>Loop-confined</i> to whoever has the call, until that has ended. To be asked from anywhere.
 */
public final class Track implements RequestLedger {
    private static final float NEVER = -1;
    private static final int NO_CONNECTION = -1;

    /** Null for the first. */
    private final Track before;

    private final Why why;
    private final PreparedRequest request;
    /** When the whole request began, by the loop's clock. */
    private final long begin;

    private final float begun;
    /** Null unless a connection is made for it. */
    private Making making;
    /** Null as long as it waits for a connection. */
    private Wiring wiring;
    /** The head of the response; its text, if it failed; null as long as it goes on without a head. */
    private Object outcome;

    private int requests = NO_CONNECTION;
    private float sending = NEVER;
    private float head = NEVER;
    private float end = NEVER;

    private Track(Track before, Why why, PreparedRequest request, long begin, float begun) {
        this.before = before;
        this.why = why;
        this.request = request;
        this.begin = begin;
        this.begun = begun;
    }

    /** The first step. */
    public static Track first(PreparedRequest request, long now) {
        return new Track(null, Why.ASKED, request, now, 0);
    }

    /** The step after this one. */
    public Track next(Why reason, PreparedRequest asked, long now) {
        return new Track(this, reason, asked, begin, since(now));
    }

    /** What is asked. */
    public PreparedRequest request() {
        return request;
    }

    /** The head of the response; null before, and after a failure. */
    public ResponseHead head() {
        return outcome instanceof ResponseHead seen ? seen : null;
    }

    /** A connection is being made. */
    public void connecting(Making by) {
        making = by;
        wiring = by.wiring();
    }

    /**
     * There is a connection.
     *
     * @param earlier how many requests began on it before this one
     */
    public void over(Wiring by, int earlier) {
        wiring = by;
        requests = earlier;
    }

    /** The request goes out. */
    public void sending(long now) {
        sending = since(now);
    }

    /** The head has come. */
    public void head(ResponseHead seen, long now) {
        outcome = seen;
        head = since(now);
    }

    /** The response is complete, or what is left of it does not matter. */
    public void ended(long now) {
        end = since(now);
    }

    /** There will be no complete response. */
    public void failed(String reason, long now) {
        outcome = reason;
        end = since(now);
    }

    @Override
    public Instant begin() {
        return Instant.now().minusNanos(System.nanoTime() - begin);
    }

    @Override
    public List<Step> steps() {
        Deque<Step> steps = new ArrayDeque<>();
        for (Track track = this; track != null; track = track.before) {
            steps.addFirst(track.step());
        }
        return List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "RequestLedger" + steps();
    }

    private Step step() {
        Wiring by = wiring;
        boolean wired = requests != NO_CONNECTION;
        Making made = making;
        return new Step(
                why,
                request.method(),
                request.parsedUrl().sent(),
                by == null ? "" : by.route().toString(),
                by == null ? List.of() : by.plugs(),
                wired ? Optional.of(pooled(by)) : Optional.empty(),
                Optional.ofNullable(made).map(Making::connecting),
                wired ? by.encryption() : Optional.empty(),
                wired ? by.peer() : Optional.empty(),
                new Times(
                        nanos(begun),
                        made == null ? -1 : Math.max(0, by.begin() - begin),
                        nanos(sending),
                        nanos(head),
                        nanos(end)),
                told());
    }

    private Pooled pooled(Wiring by) {
        long age = begin + nanos(sending == NEVER ? end : sending) - by.begin();
        return new Pooled(requests > 0, requests, Duration.ofNanos(Math.max(0, age)));
    }

    private String told() {
        Object now = outcome;
        return now == null
                ? ""
                : now instanceof ResponseHead seen
                        ? ("HTTP/1." + seen.minor() + " " + seen.status() + " " + seen.reason()).strip()
                        : now.toString();
    }

    private static long nanos(float time) {
        return (long) time;
    }

    /** A turn's clock may have been read before the request was given to the client. */
    private float since(long now) {
        return Math.max(0, now - begin);
    }
}
