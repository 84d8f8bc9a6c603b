package dev.jackfield.http.internal;

import dev.jackfield.http.Exchange;
import dev.jackfield.http.HttpFailure;
import java.util.concurrent.CompletableFuture;

/** A future that calls the exchange off when anybody but the exchange completes it: cancel, orTimeout, complete. */
class TiedFuture<T> extends CompletableFuture<T> {
    private volatile Exchange exchange;
    /** The exchange has had its say, so what is left of it is not ours to end. */
    private volatile boolean told;

    /** Ties the future to its exchange. */
    final TiedFuture<T> of(Exchange running) {
        exchange = running;
        if (isDone() && !told) {
            running.close();
        }
        return this;
    }

    /** The exchange's own word. Returns false if somebody else was faster. */
    final boolean deliver(T value) {
        told = true;
        return super.complete(value);
    }

    /** The exchange's own word, if it is a bad one. */
    public final void failed(HttpFailure failure) {
        told = true;
        super.completeExceptionally(failure);
    }

    @Override
    public final boolean complete(T value) {
        return callOff(super.complete(value));
    }

    @Override
    public final boolean completeExceptionally(Throwable error) {
        return callOff(super.completeExceptionally(error));
    }

    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        return callOff(super.cancel(mayInterruptIfRunning));
    }

    private boolean callOff(boolean byThisCall) {
        Exchange running = exchange;
        if (byThisCall && running != null) {
            running.close();
        }
        return byThisCall;
    }
}
