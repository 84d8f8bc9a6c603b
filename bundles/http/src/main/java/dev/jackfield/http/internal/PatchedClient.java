package dev.jackfield.http.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.BodySink;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Download;
import dev.jackfield.http.DownloadOutcome;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.Handover;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Readings;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.Response;
import dev.jackfield.http.StreamedResponse;
import dev.jackfield.http.WireReading;
import dev.jackfield.http.internal.download.Fetch;
import dev.jackfield.http.internal.jfr.Flight;
import dev.jackfield.http.internal.ledger.Track;
import dev.jackfield.http.internal.message.Limits;
import dev.jackfield.http.internal.message.PreparedRequest;
import dev.jackfield.http.internal.url.Url.Origin;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.ToIntFunction;

/**
 * The thread-safe shell: it decides on which loop an origin lives and hands the call over. Below it there are no locks.
 */
public final class PatchedClient implements HttpClient {
    private static final String NO_REQUEST = "Expected a request, got null";
    private static final Duration MOST_IDLE = Duration.ofSeconds(60);
    /** We stop using a connection this much before the server stops keeping it. */
    private static final Duration HINT_MARGIN = Duration.ofMillis(500);

    private final Loops loops;
    private final boolean ownLoops;
    private final Switchboard board;
    private final Guard watch;
    private final Map<Loop, Lane> lanes = new ConcurrentHashMap<>();
    private final Set<Fetch> fetches = ConcurrentHashMap.newKeySet();
    private volatile Habits habits;
    private volatile boolean closed;

    /** Default options, for {@link java.util.ServiceLoader}. */
    public PatchedClient() {
        this(ClientOptions.defaults());
    }

    /** Loops and a panel of its own. */
    public PatchedClient(ClientOptions options) {
        this(Habits.of(options), Loops.create(), true, Panel.open());
    }

    private PatchedClient(Habits habits, Loops loops, boolean ownLoops, Panel panel) {
        this.loops = loops;
        this.ownLoops = ownLoops;
        this.board = new Switchboard(panel, this::habit);
        this.habits = habits;
        for (Loop loop : loops.all()) {
            lanes.put(loop, new Lane(this, loop, true));
        }
        this.watch = panel.watch(name -> {
            Flight.swapped(panel, name);
            boardChanged();
        });
    }

    /** Loops and a panel of others. */
    public static PatchedClient over(Habits habits, Loops loops, Panel panel) {
        return new PatchedClient(habits, loops, false, panel);
    }

    /** New habits hold for what is done from now on; nothing under way is touched. */
    public void use(Habits other) {
        habits = other;
        boardChanged();
    }

    @Override
    public CompletableFuture<Response> send(Request request) {
        return future(request, kept());
    }

    @Override
    public CompletableFuture<Response> send(Request request, BodySink sink) {
        return future(request, new Incoming.Streamed(Objects.requireNonNull(sink, "Expected a sink, got null")));
    }

    @Override
    public Exchange send(Request request, Completion completion) {
        return submit(request, kept(), Objects.requireNonNull(completion, "Expected a completion, got null"));
    }

    @Override
    public Exchange send(Request request, BodySink sink, Completion completion) {
        return submit(
                request,
                new Incoming.Streamed(Objects.requireNonNull(sink, "Expected a sink, got null")),
                Objects.requireNonNull(completion, "Expected a completion, got null"));
    }

    @Override
    public CompletableFuture<StreamedResponse> stream(Request request) {
        Streaming streaming = new Streaming();
        return tied(request, streaming, streaming, streaming.future());
    }

    @Override
    public CompletableFuture<Handover> open(Request request) {
        Opening opening = new Opening();
        return tied(request, opening, opening, opening.future());
    }

    @Override
    public CompletableFuture<DownloadOutcome> download(Download download) {
        Objects.requireNonNull(download, "Expected a download, got null");
        TiedFuture<DownloadOutcome> future = new TiedFuture<>();
        Fetch fetch = new Fetch(download, this::send, home(download.request()).loop, future::deliver);
        try {
            fetches.add(fetch);
            fetch.begin(() -> fetches.remove(fetch));
            return future.of(fetch);
        } catch (RejectedExecutionException e) {
            fetches.remove(fetch);
            future.deliver(new DownloadOutcome.Retryable(0, closedFailure(), RequestLedger.NONE));
            return future;
        }
    }

    @Override
    public ClientOptions options() {
        Habits now = habits;
        now.refusal().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        return now.options();
    }

    @Override
    public Readings readings() {
        Census.Count connections = lanes.values().stream()
                .map(lane -> lane.connections.count())
                .reduce(Census.Count.NONE, Census.Count::plus);
        return new Readings(
                sum(lane -> lane.queued.get()),
                connections.busy(),
                connections.busy() + connections.idle(),
                connections.idle(),
                sum(lane -> lane.finishing.get()),
                sum(lane -> lane.draining.count.get()));
    }

    @Override
    public CompletableFuture<List<WireReading>> wires() {
        return WireReadings.of(List.copyOf(lanes.values()));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.close();
        lanes.values().forEach(lane -> lane.run(lane::close));
        fetches.forEach(Fetch::clientClosed);
        if (ownLoops) {
            loops.close();
        }
    }

    boolean closed() {
        return closed;
    }

    /** Why nothing may be sent. */
    Optional<HttpFailure> refusal() {
        return habits.failure();
    }

    /** The options for what is under way. */
    ClientOptions habit() {
        return habits.options();
    }

    Limits limits() {
        return habits.limits();
    }

    /** Where an origin lives. */
    Lane lane(Origin origin) {
        return lanes.get(loops.of(origin));
    }

    /** The lane of a wire's loop, for one more connection. Loops of others come and go, so their lanes do, too. */
    Lane enter(Loop loop) {
        return lanes.compute(Objects.requireNonNull(loop, "Expected a wire with a loop, got none"), (key, known) -> {
            Lane lane = known == null ? new Lane(this, key) : known;
            lane.connectionsHere++;
            return lane;
        });
    }

    /** One connection less. */
    void leave(Lane lane) {
        lanes.computeIfPresent(
                lane.loop, (key, known) -> --known.connectionsHere == 0 && !known.permanent ? null : known);
    }

    Switchboard board() {
        return board;
    }

    /** How long a connection is kept, given what the server said in Keep-Alive: timeout, or -1. */
    long idleNanos(long keepAliveSeconds) {
        if (keepAliveSeconds < 0) {
            return habit().pooling().idle().toNanos();
        }
        Duration hinted = Duration.ofSeconds(keepAliveSeconds).minus(HINT_MARGIN);
        return (hinted.compareTo(MOST_IDLE) < 0 ? hinted : MOST_IDLE).toNanos();
    }

    private CompletableFuture<Response> future(Request request, Incoming incoming) {
        ResponseFuture future = new ResponseFuture();
        return tied(request, incoming, future, future);
    }

    private <T> CompletableFuture<T> tied(
            Request request, Incoming incoming, Completion completion, TiedFuture<T> future) {
        Objects.requireNonNull(request, NO_REQUEST);
        if (closed) {
            future.failed(closedFailure());
            return future;
        }
        try {
            return future.of(submit(request, incoming, completion));
        } catch (IllegalStateException closedMeanwhile) {
            future.failed(closedFailure());
            return future;
        }
    }

    private Incoming kept() {
        return new Incoming.Kept(habit().limits().maxBody());
    }

    private static PreparedRequest prepared(Request request) {
        if (request instanceof PreparedRequest prepared) {
            return prepared;
        }
        throw new IllegalArgumentException("Expected a request made by Request.of, got " + request.getClass());
    }

    private Lane home(Request request) {
        return lane(prepared(request).parsedUrl().origin());
    }

    private Exchange submit(Request request, Incoming incoming, Completion completion) {
        Objects.requireNonNull(request, NO_REQUEST);
        if (closed) {
            throw new IllegalStateException("The client is closed");
        }
        Lane lane = home(request);
        Journey journey = new Journey(lane, Track.first(prepared(request), lane.loop.nanoTime()), incoming, completion);
        try {
            if (lane.loop.inLoop()) {
                journey.run();
            } else {
                lane.loop.execute(journey);
            }
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The client is closed", e);
        }
        return journey;
    }

    private void boardChanged() {
        board.changed();
        for (Lane lane : lanes.values()) {
            lane.execute(lane::boardChanged);
        }
    }

    private int sum(ToIntFunction<Lane> reading) {
        return lanes.values().stream().mapToInt(reading).sum();
    }

    private static HttpFailure closedFailure() {
        return new HttpFailure(Phase.REQUEST, "The client is closed");
    }
}
