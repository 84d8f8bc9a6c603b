package dev.jackfield.http.internal;

import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Timer;

/**
 * For how long nothing may happen in an exchange. While its receiver pauses nothing is expected of the server, but of a
 * receiver that writes, which has to get on. <i>Loop-confined</i> to the wire's loop.
 */
final class Inactivity implements Runnable {
    private final Connection connection;
    private final Receiving receiving;
    private final Timer timer;

    Inactivity(Connection connection, Receiving receiving, Loop loop) {
        this.connection = connection;
        this.receiving = receiving;
        this.timer = new Timer(loop, this);
    }

    /** The wait begins. */
    void start(Call call) {
        timer.start(call.timeouts().inactivity());
    }

    /** Something has happened. */
    void touch() {
        timer.touch();
    }

    /** The receiver wants nothing for now. */
    void pausing(Call call) {
        if (receiving.congested()) {
            receiving.gotOn();
            start(call);
        } else {
            timer.rest();
        }
    }

    /** There is no exchange any more. What was armed for it may do for the next. */
    void rest() {
        timer.rest();
    }

    /** Nothing comes any more. */
    void close() {
        timer.close();
    }

    /** Nothing has happened for as long as it may. */
    @Override
    public void run() {
        Call call = connection.call();
        if (call == null) {
            return;
        }
        if (!receiving.paused()) {
            connection.timedOut(Late.silent(call.timeouts()));
        } else if (receiving.gotOn()) {
            start(call);
        } else {
            connection.giveUp(call, Late.stuck(call.timeouts()));
        }
    }
}
