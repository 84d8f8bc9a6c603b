package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpCallback;
import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.anyevent.HttpParameters;
import dev.jackfield.anyevent.HttpProxy;
import dev.jackfield.anyevent.HttpSettings;
import dev.jackfield.connector.Panel;
import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What of AnyEvent::HTTP needs connections. <i>Thread-safe.</i> */
public final class HttpRequests implements AutoCloseable {
    private final Loops loops;
    private final Clients clients;
    private final Hooks hooks = new Hooks();

    /** Over loops and a panel of others. */
    public HttpRequests(Loops loops, Panel panel, HttpSettings settings) {
        this.loops = loops;
        this.clients = new Clients(loops, panel, settings);
    }

    /**
     * Sends.
     *
     * @param begun gets the guard before anything else happens, ended the same once it is over
     */
    public Guard send(
            String method,
            String url,
            HttpParameters parameters,
            HttpCallback callback,
            Consumer<Guard> begun,
            Consumer<Guard> ended) {
        if (!(parameters instanceof GivenParameters given)) {
            throw new IllegalArgumentException(
                    "Expected parameters made from HttpParameters.none(), got " + parameters.getClass());
        }
        Clients.Counted counted = clients.enter();
        Telling[] self = new Telling[1];
        Telling telling = new Telling(url, callback, () -> {
            counted.leave();
            ended.accept(self[0]);
        });
        self[0] = telling;
        begun.accept(telling);
        try {
            Request request = new Asking(clients.settings(), hooks).request(method, url, given);
            send(counted.client(), request, given, telling);
        } catch (IllegalArgumentException none) {
            loops.of(url)
                    .execute(() ->
                            telling.fail(HeaderMaps.of(Phase.REQUEST.code(), String.valueOf(none.getMessage()), url)));
        }
        return telling;
    }

    public HttpSettings settings() {
        return clients.settings();
    }

    public void settings(HttpSettings settings) {
        clients.settings(now -> settings);
    }

    /** Another default proxy, all else as it is. */
    public void proxy(HttpProxy proxy) {
        clients.settings(now -> now.withProxy(proxy));
    }

    public int active() {
        return clients.active();
    }

    @Override
    public void close() {
        clients.close();
    }

    private void send(HttpClient client, Request request, GivenParameters given, Telling telling) {
        // Behind the answer to HEAD there is never anything to be handed over.
        boolean handle = given.get(GivenParameters.WANT_BODY_HANDLE).orElse(false)
                && !request.method().equals("HEAD");
        boolean heard = given.get(GivenParameters.ON_HEADER).isPresent()
                || given.get(GivenParameters.ON_BODY).isPresent();
        boolean kept = given.get(GivenParameters.ON_BODY).isEmpty();
        if (handle) {
            await(client.open(request), telling, handover -> Opening.opened(handover, given, telling));
        } else if (heard) {
            Hearing hearing = new Hearing(given, telling);
            // What a sink keeps is bounded by nobody else.
            Request bounded =
                    kept ? request.withMaxResponse(client.options().limits().maxBody()) : request;
            telling.exchange(client.send(bounded, hearing, hearing));
        } else {
            telling.exchange(client.send(request, new Whole(telling)));
        }
    }

    private <T> void await(CompletableFuture<T> future, Telling telling, Consumer<T> begun) {
        telling.exchange(() -> future.cancel(false));
        future.whenComplete((value, error) -> {
            if (error == null) {
                begun.accept(value);
            } else if (!telling.over()) {
                // It may have failed at once, and nobody is called back before the call has returned.
                loops.of(telling.url()).execute(() -> telling.fail(failure(error, telling)));
            }
        });
    }

    private static HttpHeaders failure(Throwable error, Telling telling) {
        return error instanceof HttpFailure failure
                ? HeaderMaps.of(failure, telling.url())
                : HeaderMaps.of(Phase.REQUEST.code(), String.valueOf(error.getMessage()), telling.url());
    }

    /** The body is told with the rest. */
    private record Whole(Telling telling) implements Completion {
        @Override
        public void completed(Response response) {
            telling.tell(new HttpData.Body(response.body()), HeaderMaps.of(response, telling.url()));
        }

        @Override
        public void failed(HttpFailure failure) {
            telling.fail(HeaderMaps.of(failure, telling.url()));
        }
    }
}
