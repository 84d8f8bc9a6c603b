package dev.jackfield.http.internal;

import dev.jackfield.connector.Patch;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Response;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.http.internal.url.Url.Origin;
import java.time.Duration;
import java.util.List;

/**
 * The connections to one origin, and the calls that wait for one.
 *
 * <p>A call gets the connection that was used last, if one of the right patch and affinity is idle; otherwise a new one,
 * if there are fewer than {@code maxPerHost}, idle ones that will not do making room; otherwise it waits its turn. A slot is free, and
 * the next call under way, before the completion of the last one is called.
 *
 * <p><i>Loop-confined</i> to its lane.
 */
final class OriginPool implements Stage {
    private final PatchedClient client;
    private final Lane lane;
    private final Origin origin;
    private final WaitingLine queue = new WaitingLine();
    private final PatchCache patches;
    private final PlugLine unplugged;
    private final Rests rests;
    private final Stock stock;

    OriginPool(PatchedClient client, Lane lane, Origin origin) {
        this.client = client;
        this.lane = lane;
        this.origin = origin;
        this.patches = new PatchCache(client.board(), origin);
        this.unplugged = new PlugLine(lane.loop, patches, call -> {
            lane.queued.add(-1);
            forgetIfEmpty();
        });
        this.rests = new Rests(lane.loop, call -> {
            lane.queued.add(-1);
            again(call);
            next();
        });
        this.stock = new Stock(client, lane, this::forgetIfEmpty);
    }

    PatchedClient client() {
        return client;
    }

    Origin origin() {
        return origin;
    }

    /** A new call. */
    void submit(Call call) {
        if (queue.isEmpty() && stock.hasRoom()) {
            start(call);
        } else {
            enqueue(call, false);
        }
        forgetIfEmpty();
    }

    /** A waiting call was called off. */
    @Override
    public void callOff(Call call) {
        if (unplugged.remove(call) || rests.remove(call) || queue.remove(call)) {
            lane.queued.add(-1);
        }
        forgetIfEmpty();
    }

    @Override
    public void expire(Call call, String why) {
        call.failLate(Phase.QUEUE, why);
    }

    /** A connection came about, for the call that asked for it. */
    void connected(Connect connect, Connection connection, Call call) {
        stock.made(connect, connection);
        run(connection, call);
    }

    /** A connection did not come about. */
    void notConnected(Connect connect) {
        stock.notMade(connect);
        next();
    }

    /** An exchange is complete. */
    void finished(Connection connection, boolean reusable, long keepAliveSeconds, Call call, Response response) {
        stock.free(connection, reusable && call.keeping().persistent(), keepAliveSeconds);
        try {
            next();
        } finally {
            call.complete(response);
        }
    }

    /** An exchange ended with its head, and its wire is somebody else's now. */
    void handedOver(Connection connection, Call call, Response response, Wire wire) {
        stock.gone(connection);
        try {
            next();
        } finally {
            call.handOver(response, wire);
        }
    }

    /** An exchange failed, and its connection is gone. */
    void lost(Connection connection, Call call, HttpFailure failure, boolean worthRetrying, boolean unsent) {
        stock.gone(connection);
        if (worthRetrying && call.retryable(unsent) && !client.closed()) {
            // The server closed an idle connection just when we used it. If it cannot have seen the request, or if
            // seeing it twice does no harm (RFC 9110 section 9.2.2), one more attempt is right.
            call.retrying(failure);
            again(call);
        } else {
            call.fail(failure);
        }
        next();
    }

    /** A connection that was in use is gone, and nobody needs to be told. */
    void closed(Connection connection) {
        stock.gone(connection);
        next();
    }

    /** An idle connection is gone, unless it was taken into use in the meantime. */
    void idleGone(Connection connection) {
        if (stock.idleGone(connection)) {
            next();
        }
    }

    /** Panel or options have changed: what is not made that way any more is not kept, and who waited may go on. */
    void boardChanged() {
        patches.review();
        stock.review();
        for (Call call : unplugged.takeServed()) {
            lane.queued.add(-1);
            if (!call.done()) {
                submit(call);
            }
        }
        next();
    }

    /** What its connections do. */
    void read(WireReadings readings) {
        stock.read(this, readings);
    }

    /** Ends everything. */
    void close() {
        HttpFailure failure = new HttpFailure(Phase.REQUEST, "The client was closed");
        List<Call> unserved = queue.all();
        unserved.addAll(unplugged.all());
        unserved.addAll(rests.all());
        for (Call call : unserved) {
            callOff(call);
            call.fail(failure);
        }
        stock.end(failure);
        forgetIfEmpty();
    }

    /** What it is made by went out of use, and it took too long: of the request nothing has been sent. */
    void connectAnew(Connect connect) {
        Call call = connect.giveBack();
        if (call == null) {
            return;
        }
        anew(
                connect,
                call,
                "Expected a connection within "
                        + Spans.show(client.habit().plugWait()) + " after " + connect.patch()
                        + " went out of use, got none" + connect.where());
    }

    /**
     * What it is made by went out of use, or found nobody below it, and then failed, as what belongs to a bundle that was
     * updated meanwhile cannot but do: that is no fault of the request, of which nothing has been sent. Returns false if it is
     * still in use, or if that has happened too often.
     */
    boolean connectsAnew(Connect connect, Call call, HttpFailure failure) {
        boolean inUse = client.board().isCurrent(connect.patch()) && !UnpluggedBelow.caused(failure);
        if (inUse || !call.onDetour().outlivesFailure()) {
            return false;
        }
        anew(connect, call, failure.getMessage());
        return true;
    }

    private void anew(Connect connect, Call call, String why) {
        stock.notMade(connect);
        call.connectingAnew(why);
        Detour detour = call.onDetour();
        connect.spentOn(detour);
        Duration rest = detour.rest(call.timeouts().connect());
        if (rest.isZero()) {
            again(call);
        } else {
            call.stage(this);
            lane.queued.add(1);
            rests.add(call, rest);
        }
        next();
    }

    private void again(Call call) {
        if (stock.hasRoom()) {
            start(call);
        } else {
            enqueue(call, true);
        }
    }

    private void start(Call call) {
        Patch patch;
        Object epoch = client.board().epoch();
        try {
            patch = patches.patch(call.prepared().wish());
        } catch (UnpluggedException missing) {
            waitForPlug(call, missing);
            return;
        } catch (IllegalArgumentException e) {
            call.fail(new HttpFailure(Phase.CONNECT, e.getMessage(), e));
            return;
        } catch (RuntimeException | Error e) {
            // Links configure themselves, and calls into a bundle that was just uninstalled end with some error.
            if (client.board().epoch() != epoch && call.onDetour().outlivesFailure()) {
                start(call);
                return;
            }
            call.fail(new HttpFailure(Phase.CONNECT, "The route could not be looked up: " + e, e));
            return;
        }
        try {
            call.lookUpCookies();
            if (call.done()) {
                return;
            }
            if (stock.hasRoom()) {
                startOn(call, patch);
            } else {
                // What was asked has sent something itself, which was quicker.
                enqueue(call, true);
            }
        } catch (HttpFailure e) {
            call.fail(e);
        } catch (RuntimeException | Error e) {
            // Whatever it is, it is this call's trouble and nobody else's.
            call.fail(new HttpFailure(Phase.REQUEST, "The request could not be started: " + e, e));
        }
    }

    private void startOn(Call call, Patch patch) {
        if (!call.retried() && call.keeping().persistent()) {
            Connection kept = stock.take(patch, call.keeping().affinity());
            if (kept != null) {
                run(kept, call);
                return;
            }
        }
        connect(call, patch);
    }

    private void run(Connection connection, Call call) {
        call.stage(connection);
        connection.tenure().begins(lane.loop.nanoTime());
        connection.start(call);
    }

    private void connect(Call call, Patch patch) {
        Connect connect = new Connect(this, lane, call, patch);
        stock.making(connect);
        call.stage(connect);
        connect.start(origin.hostPort());
    }

    private void waitForPlug(Call call, UnpluggedException missing) {
        Duration patience = client.habit().plugWait();
        if (patience.isZero()) {
            call.fail(PlugLine.failure(missing));
            return;
        }
        call.waits(this);
        lane.queued.add(1);
        unplugged.add(call, missing, patience);
    }

    private void enqueue(Call call, boolean again) {
        call.waits(this);
        lane.queued.add(1);
        if (again) {
            queue.addAgain(call);
        } else {
            queue.add(call);
        }
    }

    private void next() {
        while (!queue.isEmpty() && stock.hasRoom()) {
            Call call = queue.first();
            queue.remove(call);
            lane.queued.add(-1);
            start(call);
        }
        forgetIfEmpty();
    }

    private void forgetIfEmpty() {
        if (stock.isEmpty() && queue.isEmpty() && unplugged.isEmpty() && rests.isEmpty()) {
            stock.close();
            lane.forget(this);
        }
    }
}
