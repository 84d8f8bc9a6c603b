package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpCallback;
import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells a callback how it ended, once, unless it is closed before. <i>Thread-safe.</i> */
final class Telling implements Guard {
    private static final Logger LOG = System.getLogger("dev.jackfield.anyevent");

    private final String url;
    private final HttpCallback callback;
    private final Runnable ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Guard exchange = () -> {};
    private volatile boolean closed;

    /**
     * For one request.
     *
     * @param ended is run once it is over, in whatever way
     */
    Telling(String url, HttpCallback callback, Runnable ended) {
        this.url = url;
        this.callback = callback;
        this.ended = ended;
    }

    /** What was asked for at first. */
    String url() {
        return url;
    }

    /** Whether nobody wants to hear anything any more. */
    boolean over() {
        return over.get();
    }

    /** What is to be closed with this. */
    void exchange(Guard guard) {
        exchange = guard;
        if (closed) {
            guard.close();
        }
    }

    void tell(HttpData data, HttpHeaders headers) {
        if (!over.compareAndSet(false, true)) {
            letGo(data);
            return;
        }
        ended.run();
        try {
            callback.call(data, headers);
        } catch (IOException | RuntimeException | Error e) {
            LOG.log(
                    Level.ERROR,
                    "The callback of http_request for " + shown(headers.get(HttpHeaders.URL)) + " failed",
                    e);
            letGo(data);
        }
    }

    void fail(HttpHeaders headers) {
        tell(new HttpData.Undef(), headers);
    }

    @Override
    public void close() {
        closed = true;
        if (over.compareAndSet(false, true)) {
            ended.run();
            exchange.close();
        }
    }

    /** Logs are no place for passwords. */
    private static String shown(Object url) {
        return String.valueOf(url).replaceAll("(?s)//.*@", "//...@");
    }

    private static void letGo(HttpData data) {
        if (data instanceof HttpData.Handle handle) {
            Wire wire = handle.fh();
            wire.loop().execute(wire::close);
        }
    }
}
