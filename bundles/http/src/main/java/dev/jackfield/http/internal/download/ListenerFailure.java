package dev.jackfield.http.internal.download;

import java.io.IOException;

/** What a listener threw: it would throw it again, so there is no use in another attempt. */
final class ListenerFailure extends IOException {
    private static final long serialVersionUID = 1;

    ListenerFailure(Throwable thrown) {
        super("The listener failed: " + thrown, thrown);
    }
}
