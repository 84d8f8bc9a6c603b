package dev.jackfield.http.internal;

import dev.jackfield.http.Completion;
import dev.jackfield.http.Response;

/** A future response. */
final class ResponseFuture extends TiedFuture<Response> implements Completion {
    @Override
    public void completed(Response response) {
        deliver(response);
    }
}
