package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Redirects;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestLedger.Why;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.ResponseLimits;
import dev.jackfield.http.Timeouts;
import dev.jackfield.http.internal.forward.Addressing;
import dev.jackfield.http.internal.jfr.Flight;
import dev.jackfield.http.internal.ledger.Track;
import dev.jackfield.http.internal.message.Framing;
import dev.jackfield.http.internal.message.Manner;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.redirect.RedirectRules;
import dev.jackfield.http.internal.redirect.Turn;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * An exchange as the caller sees it: one call, and another for each redirect that is followed, and each challenge of a proxy
 * that is answered.
 *
 * <p>Confined to its home, the loop of what was asked first; its calls run on the loops of their origins.
 */
final class Journey implements Exchange, Runnable {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");
    private static final int AUTHENTICATION_REQUIRED = 407;
    private static final Turn DELIVER = new Turn.Deliver();
    private static final Guard NOTHING_LEFT = () -> {};

    private final Lane home;
    /** What was asked first. */
    private final Track first;

    private final Incoming incoming;
    private final Completion completion;
    private final Timeouts timeouts;

    /** The redirects so far. Another list for each call, so that its loop may look at it. */
    private List<Response> trail = List.of();

    private int answers;
    private Call call;
    private Optional<Guard> deadline = Optional.empty();
    private boolean timeUp;
    /** While the sink has still something to do with a complete body. */
    private Guard finishing = NOTHING_LEFT;

    private boolean finished;
    /** Cancelled, or told: in either case there is nothing more to be heard. */
    private boolean silenced;

    /** @param incoming gets the response that is delivered, and nothing of the others */
    Journey(Lane home, Track first, Incoming incoming, Completion completion) {
        this.home = home;
        this.first = first;
        this.incoming = incoming;
        this.completion = completion;
        this.timeouts =
                first.request().manner().timeouts().apply(client().habit().timeouts());
    }

    /** Starts, at home. */
    @Override
    public void run() {
        if (finished) {
            return;
        }
        Optional<HttpFailure> refusal = client().refusal();
        if (refusal.isPresent()) {
            first.failed(refusal.get().getMessage(), home.loop.nanoTime());
            fail(refusal.get().at("", trail, first));
            return;
        }
        if (!timeouts.deadline().isZero()) {
            deadline = Optional.of(home.loop.after(timeouts.deadline(), this::expire));
        }
        begin(home, first);
    }

    @Override
    public Request request() {
        return first.request();
    }

    /** Cancels, from any thread. */
    @Override
    public void close() {
        home.run(this::cancel);
    }

    PatchedClient client() {
        return home.client();
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Incoming incoming() {
        return incoming;
    }

    /** Where the response to be delivered goes, through whatever has to be done to its body. @param lane of the wire */
    Incoming receiving(Lane lane, Manner manner, ResponseHead head, Framing framing) throws HttpFailure {
        ResponseLimits limits = client().habit().limits();
        long most = manner.maxResponse().orElse(limits.maxResponse());
        Incoming receiving = most == Long.MAX_VALUE ? incoming : new Bounded(incoming, most);
        return manner.decoding() ? Decoding.of(receiving, head, framing, limits.maxRatio(), lane::decoded) : receiving;
    }

    List<Response> trail() {
        return trail;
    }

    /** Whether a response is to be delivered, and if not, where it leads. Called on the wire's loop. */
    Turn turn(PreparedRequest asked, ResponseHead seen, Addressing addressing) throws HttpFailure {
        if (RedirectRules.isRedirect(seen.status())) {
            Redirects rules =
                    first.request().manner().redirects().orElse(client().habit().redirects());
            return new RedirectRules(rules, client().habit().routes()).turn(asked, seen, trail.size());
        }
        return seen.status() == AUTHENTICATION_REQUIRED && addressing.answers(asked, seen.headers(), answers)
                ? new Turn.Again(asked)
                : DELIVER;
    }

    /** A call has the response to be delivered. Called on the call's lane. */
    void completed(Response response) {
        if (home.loop.inLoop()) {
            complete(response);
        } else {
            home.execute(() -> complete(response));
        }
    }

    /** A call has a wire to be delivered. Called on the call's lane. */
    void handOver(Response response, Wire wire) {
        home.run(() -> {
            if (finish()) {
                silenced = true;
                Flight.responded(response.ledger(), response.status());
                if (((Opening) incoming).handOver(response, wire)) {
                    return;
                }
            }
            wire.loop().execute(wire::close);
        });
    }

    /** A call has none. Called on the call's lane. */
    void failed(HttpFailure failure, Track track) {
        home.run(() -> fail(failure.at(track.request().url(), trail, track)));
    }

    /** A call was redirected. Called on the call's lane. */
    void redirected(Turn.Away turn, Response response) {
        home.run(() -> turn(turn, response));
    }

    private void turn(Turn.Away turn, Response response) {
        if (finished) {
            return;
        }
        if (turn instanceof Turn.Again) {
            answers++;
        } else {
            answers = 0;
            trail = Stream.concat(trail.stream(), Stream.of(response)).toList();
        }
        if (timeUp) {
            fail(Late.failure(Phase.QUEUE, Late.deadline(timeouts.deadline()))
                    .at(response.request().url(), trail, response.ledger()));
        } else if (turn instanceof Turn.Follow follow) {
            begin(Why.REDIRECT, follow.next());
        } else if (turn instanceof Turn.Again again) {
            begin(Why.CHALLENGE, again.next());
        } else if (turn instanceof Turn.Refuse refuse) {
            fail(new HttpFailure(Phase.REQUEST, refuse.why()).at(refuse.target(), trail, response.ledger()));
        }
    }

    private void begin(Why why, PreparedRequest next) {
        begin(client().lane(next.parsedUrl().origin()), call.track().next(why, next, home.loop.nanoTime()));
    }

    private void begin(Lane lane, Track track) {
        call = new Call(this, lane, track);
        lane.run(call);
    }

    private void complete(Response response) {
        CompletionStage<?> last = incoming.finishing();
        if (last == Incoming.NOTHING_TO_DO) {
            tell(response);
            return;
        }
        if (finished) {
            incoming.abandon();
            return;
        }
        AtomicBoolean atOnce = new AtomicBoolean();
        last.whenComplete((done, error) -> {
            atOnce.set(true);
            home.execute(() -> finished(response, error));
        });
        if (!atOnce.get()) {
            finishing =
                    new Finishing(home, incoming, timeouts.inactivity(), () -> fail(response, Late.stuck(timeouts)));
        }
    }

    /** The sink is done; the error is null if it is content. */
    private void finished(Response response, Throwable error) {
        finishing.close();
        finishing = NOTHING_LEFT;
        if (error == null) {
            tell(response);
        } else {
            Throwable cause =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            fail(response, new HttpFailure(Phase.SINK, "The sink failed: " + cause, cause));
        }
    }

    private void fail(Response complete, HttpFailure failure) {
        call.track().failed(failure.getMessage(), home.loop.nanoTime());
        fail(failure.after(complete.head()).at(complete.url(), trail, complete.ledger()));
    }

    private void tell(Response response) {
        if (finish()) {
            silenced = true;
            Flight.responded(response.ledger(), response.status());
            try {
                completion.completed(response);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "The completion of " + request() + " failed", e);
            }
        }
    }

    /** Completes in a later turn, because this may still be inside the caller's own call. */
    private void fail(HttpFailure failure) {
        if (finish()) {
            home.execute(() -> tell(failure));
        }
    }

    private void tell(HttpFailure failure) {
        if (silenced) {
            return;
        }
        silenced = true;
        Flight.failed(failure);
        try {
            completion.failed(failure);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The completion of " + request() + " failed", e);
        }
    }

    private boolean finish() {
        boolean first = !finished;
        finished = true;
        deadline.ifPresent(Guard::close);
        if (finishing != NOTHING_LEFT) {
            finishing.close();
            finishing = NOTHING_LEFT;
            incoming.abandon();
        }
        return first;
    }

    private void cancel() {
        silenced = true;
        if (finish()) {
            Flight.cancelled(call == null ? first : call.track());
            if (call != null) {
                call.cancel();
            }
        }
    }

    private void expire() {
        timeUp = true;
        if (finishing != NOTHING_LEFT) {
            HttpFailure late = Late.failure(Phase.SINK, Late.deadline(timeouts.deadline()));
            call.track().failed(late.getMessage(), home.loop.nanoTime());
            fail(late.at(request().url(), trail, call.track()));
            return;
        }
        call.expire(timeouts.deadline());
    }
}
