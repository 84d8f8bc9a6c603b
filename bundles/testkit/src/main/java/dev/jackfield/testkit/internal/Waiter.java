package dev.jackfield.testkit.internal;

import dev.jackfield.loop.Loop;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** Somebody who waits, once, for a condition: told by a task of their own, never inside the call that made it true. */
public final class Waiter {
    private final Loop loop;
    private final BooleanSupplier condition;
    private Runnable waiting;
    private boolean handedOver;

    /** Nobody yet. */
    public Waiter(Loop loop, BooleanSupplier condition) {
        this.loop = loop;
        this.condition = condition;
    }

    /** Somebody waits now, instead of whoever did before. */
    public void set(Runnable once) {
        waiting = Objects.requireNonNull(once, "once");
        look();
    }

    /** The wire is closed: whoever waits is told, whatever the condition. */
    public void release() {
        Runnable told = waiting;
        waiting = null;
        if (told != null) {
            later(told);
        }
    }

    /** Somebody begins to wait when the wire is closed already. */
    public void later(Runnable once) {
        try {
            loop.execute(Objects.requireNonNull(once, "once"));
        } catch (RejectedExecutionException ended) {
            // With the loop, everything on it has ended.
        }
    }

    /** Whether somebody waits. */
    public boolean isSet() {
        return waiting != null;
    }

    /** The condition may have become true. */
    public void look() {
        if (waiting != null && !handedOver && condition.getAsBoolean()) {
            handedOver = true;
            loop.execute(this::tell);
        }
    }

    private void tell() {
        handedOver = false;
        Runnable told = waiting;
        if (told != null && condition.getAsBoolean()) {
            waiting = null;
            told.run();
        }
    }
}
