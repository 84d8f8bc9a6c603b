package dev.jackfield.http.internal;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.Timeouts;
import dev.jackfield.http.internal.message.Framing;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.message.ResponseParser;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * One exchange, from submission to completion.
 *
 * <p>Where it stands is the business of its lane's loop. What comes in is received on the wire's loop, which is nearly
 * always the same.
 */
final class Call implements Exchange, Runnable, ResponseParser.Receiver {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final Stage SUBMITTED = new Stage.Submitted();
    private static final Stage DONE = new Stage.Done();

    private final PatchedClient client;
    private final Lane lane;
    private final PreparedRequest request;
    private final Incoming incoming;
    private final Completion completion;
    private final Timeouts timeouts;

    private Stage stage = SUBMITTED;
    private Optional<Guard> deadline = Optional.empty();
    private boolean retried;
    /** Cancelled, or told: in either case there is nothing more to be heard. */
    private boolean silenced;

    private Optional<ResponseHead> head = Optional.empty();

    /** Where a call stands, and so what has to be undone if it is called off. */
    sealed interface Stage {
        record Submitted() implements Stage {}

        record Waiting(OriginPool pool) implements Stage {}

        record Connecting(Connect connect) implements Stage {}

        record Running(Connection connection) implements Stage {}

        record Done() implements Stage {}
    }

    Call(PatchedClient client, Lane lane, PreparedRequest request, Optional<BodySink> sink, Completion completion) {
        this.client = client;
        this.lane = lane;
        this.request = request;
        this.incoming = sink.<Incoming>map(Incoming.Streamed::new)
                .orElseGet(() -> new Incoming.Kept(client.habit().limits().maxBody()));
        this.completion = completion;
        this.timeouts = request.manner().timeouts().apply(client.habit().timeouts());
    }

    /** Starts, on the lane's loop. */
    @Override
    public void run() {
        if (stage == DONE) {
            return;
        }
        if (client.closed()) {
            fail(new HttpFailure(Phase.REQUEST, "The client is closed"));
            return;
        }
        Optional<HttpFailure> refusal = client.refusal();
        if (refusal.isPresent()) {
            fail(refusal.get());
            return;
        }
        Duration limit = timeouts.deadline();
        if (!limit.isZero()) {
            deadline = Optional.of(lane.loop.after(limit, () -> expire(limit)));
        }
        lane.pool(request.parsedUrl().origin()).submit(this);
    }

    @Override
    public Request request() {
        return request;
    }

    /** Cancels, from any thread. */
    @Override
    public void close() {
        lane.run(this::cancel);
    }

    PreparedRequest prepared() {
        return request;
    }

    Duration timeout() {
        return timeouts.inactivity();
    }

    /** How long a body is held back. */
    Duration proceed() {
        return timeouts.proceed();
    }

    /** Of the head that has come; 0 before. */
    int status() {
        return head.map(ResponseHead::status).orElse(0);
    }

    void stage(Stage next) {
        stage = next;
    }

    boolean done() {
        return stage == DONE;
    }

    /**
     * Whether a connection that died on us is no reason to give up; true once at most.
     *
     * @param unsent whether not one octet of the request was taken
     */
    boolean retryable(boolean unsent) {
        return !retried && !done() && (unsent || request.idempotent());
    }

    void retrying() {
        retried = true;
    }

    boolean retried() {
        return retried;
    }

    @Override
    public void head(ResponseHead seen, Framing framing) throws HttpFailure {
        head = Optional.of(seen);
        incoming.head(seen, framing);
    }

    @Override
    public void interim(ResponseHead seen) throws HttpFailure {
        try {
            request.manner().interim().ifPresent(listener -> listener.accept(seen));
        } catch (RuntimeException | Error e) {
            throw new HttpFailure(Phase.SINK, "The listener for interim responses failed: " + e, e);
        }
    }

    @Override
    public void part(ByteBuffer in, int count) throws HttpFailure {
        if (stage == DONE) {
            // Cancelled from within the sink: it gets no more.
            in.position(in.position() + count);
        } else {
            incoming.part(in, count);
        }
    }

    Optional<ResponseHead> head() {
        return head;
    }

    Response response(Headers trailers) {
        return new Response(request, head.orElseThrow(), incoming.body(), trailers, List.of());
    }

    void complete(Response response) {
        if (finish()) {
            try {
                completion.completed(response);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "The completion of " + request + " failed", e);
            }
        }
    }

    /** Completes in a later turn, because this may still be inside the caller's own call. */
    void fail(HttpFailure failure) {
        if (finish()) {
            tellLater(failure);
        }
    }

    private void tellLater(HttpFailure failure) {
        lane.execute(() -> {
            if (!silenced) {
                silenced = true;
                tell(failure);
            }
        });
    }

    private void tell(HttpFailure failure) {
        try {
            completion.failed(failure);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The completion of " + request + " failed", e);
        }
    }

    private boolean finish() {
        if (stage == DONE) {
            return false;
        }
        stage = DONE;
        deadline.ifPresent(Guard::close);
        return true;
    }

    private void cancel() {
        silenced = true;
        letGo();
    }

    private void letGo() {
        Stage was = stage;
        if (!finish()) {
            return;
        }
        if (was instanceof Stage.Waiting waiting) {
            waiting.pool().withdraw(this);
        } else if (was instanceof Stage.Connecting connecting) {
            connecting.connect().cancel();
        } else if (was instanceof Stage.Running running) {
            running.connection().abort(this);
        }
    }

    private void expire(Duration limit) {
        String message = "Expected an end within the deadline of " + Spans.show(limit) + ", got none";
        if (stage instanceof Stage.Running running) {
            running.connection().expire(this, message);
            return;
        }
        if (stage instanceof Stage.Connecting connecting) {
            Connect connect = connecting.connect();
            letGo();
            tellLater(timedOut(connect.phase(), message + connect.where()));
        } else if (stage != DONE) {
            letGo();
            tellLater(timedOut(Phase.QUEUE, message));
        }
    }

    private static HttpFailure timedOut(Phase phase, String message) {
        return new HttpFailure(phase, message, new TimeoutException(message));
    }
}
