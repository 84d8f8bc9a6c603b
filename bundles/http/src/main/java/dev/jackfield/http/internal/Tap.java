package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.http.internal.sink.Gauge;
import java.util.List;
import java.util.concurrent.Executor;

/** The tap on what one call receives. <i>Thread-safe.</i> */
final class Tap implements Gauge {
    private final Connection connection;
    private final Call call;
    private volatile boolean shut;
    /** Shut by one who has to get on. */
    private volatile boolean congested;

    private volatile int written;
    /** How much was written when somebody looked last. */
    private int seen;

    Tap(Connection connection, Call call) {
        this.connection = connection;
        this.call = call;
    }

    /** Looked at before each part, and before each read. */
    boolean isShut() {
        return shut;
    }

    boolean isCongested() {
        return congested;
    }

    /** Whether something was written since this was asked last. On one loop at a time. */
    boolean gotOn() {
        int now = written;
        boolean more = now != seen;
        seen = now;
        return more;
    }

    @Override
    public Request request() {
        return call.prepared();
    }

    @Override
    public List<Response> redirects() {
        return call.trail();
    }

    @Override
    public void pause() {
        turn(true, false);
    }

    @Override
    public void resume() {
        turn(false, false);
    }

    @Override
    public void congested() {
        turn(true, true);
    }

    @Override
    public void wrote() {
        written++;
    }

    @Override
    public void refuse() {
        connection.giveUp(call, new HttpFailure(Phase.SINK, "The sink refused the rest of the body"));
    }

    @Override
    public void refuse(Throwable cause) {
        connection.giveUp(call, new HttpFailure(Phase.SINK, "The sink failed: " + cause, cause));
    }

    @Override
    public Executor blocking() {
        return connection.lane().loop.blocking();
    }

    @Override
    public Executor foreign() {
        return connection.lane().loop.foreign();
    }

    private void turn(boolean off, boolean gettingOn) {
        if (shut != off || congested != gettingOn) {
            congested = gettingOn;
            shut = off;
            connection.turned(call);
        }
    }
}
