package dev.jackfield.http.internal;

import dev.jackfield.http.Completion;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import java.util.concurrent.CompletableFuture;

/** A future that calls the exchange off when anybody but the exchange completes it: cancel, orTimeout, complete. */
final class ResponseFuture extends CompletableFuture<Response> implements Completion {
    private volatile Exchange exchange;

    /** Ties the future to its exchange. */
    ResponseFuture of(Exchange running) {
        exchange = running;
        if (isDone()) {
            running.close();
        }
        return this;
    }

    @Override
    public void completed(Response response) {
        super.complete(response);
    }

    @Override
    public void failed(HttpFailure failure) {
        super.completeExceptionally(failure);
    }

    @Override
    public boolean complete(Response value) {
        return callOff(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        return callOff(super.completeExceptionally(error));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
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
