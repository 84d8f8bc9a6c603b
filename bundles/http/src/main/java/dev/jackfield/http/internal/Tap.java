package dev.jackfield.http.internal;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Intake;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import java.util.List;
import java.util.concurrent.Executor;

/** The tap on what one call receives. <i>Thread-safe.</i> */
final class Tap implements Intake {
    private final Connection connection;
    private final Call call;
    private volatile boolean shut;

    Tap(Connection connection, Call call) {
        this.connection = connection;
        this.call = call;
    }

    /** Looked at before each part, and before each read. */
    boolean isShut() {
        return shut;
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
        turn(true);
    }

    @Override
    public void resume() {
        turn(false);
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

    private void turn(boolean off) {
        if (shut != off) {
            shut = off;
            connection.turned(call);
        }
    }
}
