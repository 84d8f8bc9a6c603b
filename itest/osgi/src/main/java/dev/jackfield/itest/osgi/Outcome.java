package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import java.util.concurrent.CompletionException;

/** How a request ended, as text: status and body, or code and message. */
final class Outcome {
    private Outcome() {}

    static String of(Response response, Throwable error) {
        if (error == null) {
            return response.status() + " " + response.text();
        }
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        return cause instanceof HttpFailure failure ? failure.code() + " " + failure.getMessage() : "? " + cause;
    }
}
