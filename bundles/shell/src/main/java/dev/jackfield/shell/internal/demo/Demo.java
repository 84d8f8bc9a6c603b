package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.tap.Spans;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Sends requests without pause, swaps the connector meanwhile, and counts what gets lost. Both ends count, so that a
 * request that was lost, or answered twice, shows.
 */
public final class Demo {
    /** How long the last requests may take, once no new ones are sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Nothing the client could repeat by itself (RFC 9110 section 9.2.2): a lost connection is a lost request. */
    private static final byte[] NO_BODY = {};

    private final ClientOptions options;
    private final Panel panel;
    private final Function<Panel, Swaps> how;
    private final Plan plan;
    private final Display display;
    private final PrintStream out;
    private final PrintStream err;
    private final Duration patience;

    /**
     * A demo.
     *
     * @param options what the client begins with
     * @param panel where the connector is swapped
     * @param how it is swapped
     * @param plan how long, how often
     * @param display shows how it stands
     * @param out gets the last line
     * @param err gets what went wrong
     */
    public Demo(
            ClientOptions options,
            Panel panel,
            Function<Panel, Swaps> how,
            Plan plan,
            Display display,
            PrintStream out,
            PrintStream err) {
        this(options, panel, how, plan, display, out, err, PATIENCE);
    }

    Demo(
            ClientOptions options,
            Panel panel,
            Function<Panel, Swaps> how,
            Plan plan,
            Display display,
            PrintStream out,
            PrintStream err,
            Duration patience) {
        this.options = options.withMaxPerHost(plan.connections()).withRoute(Route.of(Link.of(Swaps.NAME)));
        this.panel = panel;
        this.how = how;
        this.plan = plan;
        this.display = display;
        this.out = out;
        this.err = err;
        this.patience = patience;
    }

    /**
     * Runs.
     *
     * @return true if swaps happened and nothing was lost
     * @throws IOException if it cannot begin, or not put things back
     * @throws InterruptedException if the calling thread was interrupted
     */
    public boolean run() throws IOException, InterruptedException {
        // One loop for each side: they shall meet on the network only.
        try (Loops servers = Loops.create(1);
                Loops clients = Loops.create(1);
                OriginServer origin = OriginServer.open(servers.all().get(0));
                HttpClient client = HttpClient.create(options, clients, panel);
                Swaps swaps = how.apply(panel)) {
            Request request = Request.post(origin.url(), NO_BODY);
            Load load = new Load(client, clients.all().get(0), request, OriginServer.BODY.length());
            display.open("Jackfield: " + plan.connections() + " connections to " + origin.url()
                    + ", another connector every " + plan.swapEvery().toMillis() + " ms");
            load.start(plan.connections());
            Course course = new Course(plan, display, load, swaps);
            course.run();
            return settle(course, load, origin);
        }
    }

    private boolean settle(Course course, Load load, OriginServer origin) throws InterruptedException {
        course.failures().forEach(this::complain);
        try {
            load.stop().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            complain(load.underWay() + " requests were still under way after " + Spans.text(patience));
        }
        if (load.failed() > 0) {
            complain("the first request that failed: " + load.firstFailure());
        }
        long difference = origin.answered() - load.completed();
        if (difference != 0) {
            complain("the server answered " + origin.answered() + " requests, the client completed " + load.completed()
                    + ": a difference of " + difference);
        }
        // A request that failed may be part of the difference: it counts once.
        long lost = Math.max(load.failed() + load.underWay(), Math.abs(difference));
        long failed = lost + course.failures().size();
        if (course.swaps() == 0) {
            complain("no swap took effect");
        }
        out.println(load.completed() + " requests, " + course.swaps() + " swaps, " + failed + " failed");
        return course.swaps() > 0 && failed == 0;
    }

    private void complain(String what) {
        err.println("jackfield: " + what);
    }
}
