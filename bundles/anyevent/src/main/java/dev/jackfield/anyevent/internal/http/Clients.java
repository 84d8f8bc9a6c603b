package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpSettings;
import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Pooling;
import dev.jackfield.loop.Loops;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

/** The client in use, and those that still have something to finish. <i>Thread-safe.</i> */
final class Clients implements AutoCloseable {
    private final Loops loops;
    private final Panel panel;
    private final Set<Counted> all = ConcurrentHashMap.newKeySet();
    private HttpSettings settings;
    private Counted current;
    private boolean closed;

    /** A client, and how many use it. Guarded by what it is part of. */
    final class Counted {
        private final HttpClient client;
        private int users;

        Counted(HttpClient client) {
            this.client = client;
        }

        HttpClient client() {
            return client;
        }

        /** One user less. */
        void leave() {
            synchronized (Clients.this) {
                users--;
                closeIfUnused(this);
            }
        }
    }

    Clients(Loops loops, Panel panel, HttpSettings settings) {
        this.loops = loops;
        this.panel = panel;
        this.settings = settings;
        this.current = made(settings);
    }

    synchronized HttpSettings settings() {
        return settings;
    }

    /** A pool has its limits for life, so others need another one. */
    synchronized void settings(UnaryOperator<HttpSettings> change) {
        HttpSettings wanted = change.apply(settings);
        boolean same = wanted.maxPerHost() == settings.maxPerHost()
                && wanted.persistentTimeout() == settings.persistentTimeout();
        settings = wanted;
        if (!same && !closed) {
            Counted before = current;
            current = made(wanted);
            closeIfUnused(before);
        }
    }

    /**
     * The client in use, for one more user, who has to leave.
     *
     * @throws RejectedExecutionException if there is none any more
     */
    synchronized Counted enter() {
        if (closed) {
            throw new RejectedExecutionException("The functions of AnyEvent::HTTP were closed");
        }
        current.users++;
        return current;
    }

    int active() {
        return all.stream()
                .mapToInt(counted -> counted.client.readings().active())
                .sum();
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(counted -> counted.client.close());
    }

    private void closeIfUnused(Counted counted) {
        if (counted.users == 0 && counted != current) {
            all.remove(counted);
            counted.client.close();
        }
    }

    private Counted made(HttpSettings limits) {
        Pooling pooling = Pooling.defaults()
                .withMaxPerHost(limits.maxPerHost())
                .withIdle(Asking.span(limits.persistentTimeout()));
        ClientOptions options = ClientOptions.defaults().withPooling(pooling);
        Counted counted = new Counted(HttpClient.create(options, loops, panel));
        all.add(counted);
        return counted;
    }
}
