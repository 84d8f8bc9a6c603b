package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.RequestLedger.Why;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.Timeouts;
import dev.jackfield.http.internal.ledger.Track;
import dev.jackfield.http.internal.message.Framing;
import dev.jackfield.http.internal.message.Manner.Keeping;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.message.RequestForm;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.http.internal.redirect.Turn;
import dev.jackfield.loop.Guard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One request and its response, on the way of a {@link Journey}: from an origin's queue to its end.
 *
 * <p>Where it stands is the business of its lane's loop. What comes in is received on the wire's loop, which is nearly
 * always the same.
 */
final class Call implements Runnable {
    private static final Guard UNWATCHED = () -> {};

    private final Journey journey;
    private final Lane lane;
    private Track track;

    private Stage stage = Stage.SUBMITTED;
    /** Keeps time while it waits for a slot, or for the rest of a redirect. */
    private Guard watch = UNWATCHED;

    /** Null as long as nothing has kept it from connecting. */
    private Detour detour;

    private boolean retried;
    private boolean expired;
    private String cookies = "";

    private Connection connection;
    /** Null before the head. */
    private Incoming receiving;
    /** Null unless the response is a redirect that is followed, or a challenge that is answered. */
    private Passage passage;

    Call(Journey journey, Lane lane, Track track) {
        this.journey = journey;
        this.lane = lane;
        this.track = track;
    }

    /** Starts, on the lane's loop. */
    @Override
    public void run() {
        if (done()) {
            return;
        }
        if (journey.client().closed()) {
            fail(new HttpFailure(Phase.REQUEST, "The client is closed"));
        } else {
            lane.pool(prepared().parsedUrl().origin()).submit(this);
        }
    }

    PreparedRequest prepared() {
        return track.request();
    }

    /** What is done for it. */
    Track track() {
        return track;
    }

    Keeping keeping() {
        return prepared().manner().keeping();
    }

    Timeouts timeouts() {
        return journey.timeouts();
    }

    /** How long a body is held back. */
    Duration proceed() {
        return timeouts().proceed();
    }

    /** Of the head that has come; 0 before. */
    int status() {
        return track.head() == null ? 0 : track.head().status();
    }

    /** Gets on. */
    void stage(Stage next) {
        stage = next;
        if (watch != UNWATCHED) {
            watch.close();
            watch = UNWATCHED;
        }
    }

    /** Has to wait, which it does not do for ever. */
    void waits(Stage line) {
        stage = line;
        if (watch == UNWATCHED && !timeouts().acquire().isZero()) {
            watch = lane.loop.after(timeouts().acquire(), this::notAcquired);
        }
    }

    boolean done() {
        return stage == Stage.DONE;
    }

    /**
     * Whether a connection that died on us is no reason to give up; true once at most.
     *
     * @param unsent whether not one octet of the request was taken, and nothing of its body read
     */
    boolean retryable(boolean unsent) {
        return !retried && !expired && !done() && (unsent || prepared().retryable());
    }

    /** One more attempt, after a connection that died. */
    void retrying(HttpFailure failure) {
        retried = true;
        detour = null;
        track.failed(failure.getMessage(), lane.loop.nanoTime());
        track = track.next(Why.RETRY, prepared(), lane.loop.nanoTime());
    }

    /** Connecting begins anew, by what is in use now. */
    void connectingAnew(String why) {
        track.failed(why, lane.loop.nanoTime());
        track = track.next(Why.SWAP, prepared(), lane.loop.nanoTime());
    }

    /** What has kept it from connecting; null if nothing has. */
    Detour detour() {
        return detour;
    }

    /** Something keeps it from connecting. */
    Detour onDetour() {
        if (detour == null) {
            detour = new Detour();
        }
        return detour;
    }

    boolean retried() {
        return retried;
    }

    /** Asks the jar, if there is one, what it has to say now. */
    void lookUpCookies() throws HttpFailure {
        cookies = CookieTrade.cookies(journey.client().habit().cookies(), prepared());
    }

    /** The head as it goes onto the wire. */
    byte[] head(String userAgent, RequestForm form, long length) {
        return prepared().head(userAgent, form, cookies, length);
    }

    /** The head has come: where the rest is to go. On the wire's loop. */
    Incoming receive(ResponseHead seen, Framing framing) throws HttpFailure {
        track.head(seen, connection.lane().loop.nanoTime());
        CookieTrade.store(journey.client().habit().cookies(), prepared(), seen);
        if (done()) {
            // From within the jar: nobody else hears of it.
            throw new HttpFailure(Phase.SINK, "Called off");
        }
        if (journey.turn(prepared(), seen, connection.addressing()) instanceof Turn.Away away) {
            passage = new Passage(away, journey.client().habit().limits().maxBody());
            lane.run(this::hurry);
            receiving = passage.kept();
        } else {
            receiving = journey.receiving(connection.lane(), prepared().manner(), seen, framing);
        }
        return receiving;
    }

    /** On the wire's loop, before anything else there. */
    void runsOn(Connection on) {
        connection = on;
    }

    /** The lane of the wire's loop. */
    Lane wireLane() {
        return connection.lane();
    }

    /** A tap on what comes in. */
    Tap tap() {
        return new Tap(connection, this);
    }

    /** Ends it for a reason of the receiver's. From any thread, once the head has come. */
    void giveUp(HttpFailure failure) {
        connection.giveUp(this, failure);
    }

    /** Whether a status 101 is an answer, too. */
    boolean mayUpgrade() {
        return journey.incoming().takesWire() && prepared().headers().has("upgrade");
    }

    /** The head has come, and the wire goes to whoever wanted it. */
    void handOver(Response response, Wire wire) {
        if (finish()) {
            journey.handOver(response, wire);
        } else {
            wire.loop().execute(wire::close);
        }
    }

    Optional<ResponseHead> head() {
        return Optional.ofNullable(track.head());
    }

    Response response(Headers trailers) {
        return new Response(
                prepared(), track.head(), receiving.body(), trailers, passage == null ? trail() : List.of(), track);
    }

    /** What led here. */
    List<Response> trail() {
        return journey.trail();
    }

    void complete(Response response) {
        if (!finish()) {
            return;
        }
        if (passage == null) {
            journey.completed(response);
        } else {
            journey.redirected(passage.turn(), response);
        }
    }

    /** What goes wrong behind the head of a redirect does not matter any more. */
    void fail(HttpFailure failure) {
        if (!finish()) {
            return;
        }
        if (passage == null || expired) {
            tellFailed(failure);
        } else {
            track.ended(lane.loop.nanoTime());
            journey.redirected(passage.turn(), response(Headers.empty()));
        }
    }

    private void tellFailed(HttpFailure failure) {
        track.failed(failure.getMessage(), lane.loop.nanoTime());
        journey.failed(failure, track);
    }

    /** Nobody waits for it any more. From any loop. */
    void cancel() {
        lane.run(this::letGo);
    }

    /** The time for all of it is up. From any loop. */
    void expire(Duration limit) {
        lane.run(() -> {
            expired = true;
            timeUp(Late.deadline(limit));
        });
    }

    private boolean finish() {
        if (done()) {
            return false;
        }
        stage(Stage.DONE);
        return true;
    }

    /** It fails, having taken too long to get where it stands. */
    void failLate(Phase phase, String message) {
        letGo();
        tellFailed(Late.failure(phase, message));
    }

    private void letGo() {
        Stage was = stage;
        if (finish()) {
            was.callOff(this);
        }
    }

    private void notAcquired() {
        timeUp("Expected a slot of " + prepared().parsedUrl().authority() + " within "
                + Spans.show(timeouts().acquire()) + ", got none");
    }

    /** A redirect is worth a moment's wait, for the sake of the connection, and not more. */
    private void hurry() {
        if (stage == connection) {
            watch = lane.loop.after(
                    Passage.PATIENCE, () -> connection.expire(this, "The rest of a redirect takes too long"));
        }
    }

    private void timeUp(String message) {
        if (!done()) {
            stage.expire(this, message);
        }
    }
}
