package dev.jackfield.http;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.internal.Habits;
import dev.jackfield.http.internal.PatchedClient;
import dev.jackfield.loop.Loops;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A non-blocking HTTP/1.1 client with a pool of kept connections.
 *
 * <p>Connections are made along the {@link dev.jackfield.connector.Route} of the request, or else of {@link
 * ClientOptions#routes()}, by what is plugged in on the panel at that moment. When something else is plugged in under one
 * of its names, the next connection is made by that, idle ones of the old one are closed, and exchanges under way
 * finish undisturbed, unless {@link Pooling#drain} limits that. A kept connection is used again for the same route only, credentials and TLS included.
 *
 * <p>To an https origin, {@link ClientOptions#tls()} goes over the route, unless its last link encrypts by itself. A route
 * whose last link is {@code forward} leads to an HTTP proxy that is asked for http URLs as a whole (RFC 9112 section
 * 3.2.2).
 *
 * <p>All completions and callbacks run on a loop, never inside the call that started the request.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface HttpClient extends AutoCloseable {

    /**
     * The property of the service that has the name of a client, for those that are configured by name: {@code
     * @Reference(target = "(jackfield.client=backend)")}.
     */
    String NAME = "jackfield.client";

    /**
     * A client with default options, loops of its own and a panel filled by {@link java.util.ServiceLoader}. Not for
     * OSGi, where the loader finds nothing: take the service there.
     *
     * @return the client, to be closed by the caller
     */
    static HttpClient create() {
        return create(ClientOptions.defaults());
    }

    /**
     * A client with loops of its own and a panel filled by {@link java.util.ServiceLoader}. Not for OSGi, where the
     * loader finds nothing.
     *
     * @param options limits and habits
     * @return the client, to be closed by the caller
     */
    static HttpClient create(ClientOptions options) {
        return new PatchedClient(Objects.requireNonNull(options, "Expected options, got null"));
    }

    /**
     * A client over loops and a panel that others may use, too.
     *
     * @param options limits and habits
     * @param loops where it runs; not closed with the client
     * @param panel what it connects with
     * @return the client, to be closed by the caller
     */
    static HttpClient create(ClientOptions options, Loops loops, Panel panel) {
        Objects.requireNonNull(options, "Expected options, got null");
        Objects.requireNonNull(loops, "Expected loops, got null");
        Objects.requireNonNull(panel, "Expected a panel, got null");
        return PatchedClient.over(Habits.of(options), loops, panel);
    }

    /**
     * Sends a request and keeps the body in memory, up to {@link ClientOptions#maxBody()}.
     *
     * @param request what to send
     * @return completes with the response, or with a {@link HttpFailure}; cancelling it frees everything at once
     */
    CompletableFuture<Response> send(Request request);

    /**
     * Sends a request and streams the body into a sink.
     *
     * @param request what to send
     * @param sink gets the head and the body; {@link Response#body()} is empty then
     * @return completes after the last part of the body, or with a {@link HttpFailure}; cancelling it frees everything
     *     at once
     */
    CompletableFuture<Response> send(Request request, BodySink sink);

    /**
     * Sends a request, keeps the body in memory and calls back.
     *
     * @param request what to send
     * @param completion called once, unless the exchange is cancelled before
     * @return the means to cancel
     * @throws IllegalStateException if the client is closed
     */
    Exchange send(Request request, Completion completion);

    /**
     * Sends a request, streams the body into a sink and calls back.
     *
     * @param request what to send
     * @param sink gets the head and the body
     * @param completion called once, unless the exchange is cancelled before
     * @return the means to cancel
     * @throws IllegalStateException if the client is closed
     */
    Exchange send(Request request, BodySink sink, Completion completion);

    /**
     * Sends a request and hands out the body as it is asked for.
     *
     * @param request what to send
     * @return completes with the head, or with a {@link HttpFailure}; cancelling it before frees everything at once
     */
    CompletableFuture<StreamedResponse> stream(Request request);

    /**
     * Sends a request, and lets go of the connection just behind the head of the final response, be its status what it
     * will: the seed's {@code want_body_handle}. Redirects that are followed are not handed over.
     *
     * @param request what to send; with a field Upgrade, status 101 counts as final
     * @return completes with the connection, or with a {@link HttpFailure}; cancelling it before frees everything at once
     */
    CompletableFuture<Handover> open(Request request);

    /**
     * Fetches a file, or the rest of it.
     *
     * @param download what and where to
     * @return completes with what has become of it, and never exceptionally, unless it is cancelled: that keeps what came, so
     *     that it can be continued, and frees everything at once, but for the file, which is closed a moment later
     */
    CompletableFuture<DownloadOutcome> download(Download download);

    /**
     * Sends a GET request.
     *
     * @param url absolute, http or https
     * @return as {@link #send(Request)}; a URL that is none fails with code 599
     */
    default CompletableFuture<Response> get(String url) {
        return sendParsed("GET", url, new byte[0]);
    }

    /**
     * Sends a HEAD request.
     *
     * @param url absolute, http or https
     * @return as {@link #send(Request)}; a URL that is none fails with code 599
     */
    default CompletableFuture<Response> head(String url) {
        return sendParsed("HEAD", url, new byte[0]);
    }

    /**
     * Sends a POST request.
     *
     * @param url absolute, http or https
     * @param body sent as it is; not copied
     * @return as {@link #send(Request)}; a URL that is none fails with code 599
     */
    default CompletableFuture<Response> post(String url, byte[] body) {
        return sendParsed("POST", url, body);
    }

    /**
     * The client's limits and habits.
     *
     * @return always the same, but for a client that is configured anew
     * @throws IllegalStateException if there are none, because the client was configured wrongly from the beginning and
     *     sends nothing; tells what is wrong
     */
    ClientOptions options();

    /**
     * What the client holds on to right now. All zero when nothing is under way and nothing kept.
     *
     * @return a snapshot
     */
    Readings readings();

    /**
     * What each connection does. Each loop is asked in a turn of its own, so this is no snapshot of all of them.
     *
     * @return completes on any thread, with all connections that the client has, by origin and age; none once it is closed
     */
    CompletableFuture<List<WireReading>> wires();

    /**
     * Ends all exchanges with a {@link HttpFailure} of code 599 and closes all connections. Closing again does nothing.
     * Waits for loops of its own, not for shared ones.
     */
    @Override
    void close();

    private CompletableFuture<Response> sendParsed(String method, String url, byte[] body) {
        Request request;
        try {
            request = Request.of(method, url).withBody(body);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new HttpFailure(Phase.REQUEST, e.getMessage(), e));
        }
        return send(request);
    }
}
