package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.tap.Spans;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends requests without pause, swaps meanwhile whatever they go through, and counts what gets lost. Both ends count, so that a
 * request that was lost, or answered twice, shows.
 */
public final class Demo {
    /** How long the last requests may take, once no new ones are sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClientOptions options;
    private final Panel panel;
    private final BiFunction<Panel, Site, Rig> how;
    private final Plan plan;
    private final Display display;
    private final PrintStream out;
    private final PrintStream err;
    private final Duration patience;

    /**
     * A demo.
     *
     * @param options what the client begins with
     * @param panel where it is swapped
     * @param how what goes by other ways than the panel is swapped: connector and resolver
     * @param plan how long, how often
     * @param display shows how it stands
     * @param out gets the last line
     * @param err gets what went wrong
     */
    public Demo(
            ClientOptions options,
            Panel panel,
            Function<Panel, List<Swaps>> how,
            Plan plan,
            Display display,
            PrintStream out,
            PrintStream err) {
        this(options, panel, (there, site) -> Rig.of(there, site, how), plan, display, out, err, PATIENCE);
    }

    Demo(
            ClientOptions options,
            Panel panel,
            BiFunction<Panel, Site, Rig> how,
            Plan plan,
            Display display,
            PrintStream out,
            PrintStream err,
            Duration patience) {
        this.options = options.withMaxPerHost(plan.connections());
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
                Site site = Site.open(servers.all().get(0));
                Rig rig = how.apply(panel, site);
                HttpClient client = HttpClient.create(rig.over(options), clients, panel)) {
            Load load = new Load(client, clients.all().get(0), rig.requests(site), OriginServer.BODY.length());
            display.open(
                    "Jackfield: " + plan.connections() + " requests at a time to " + site.plain() + ", " + site.secure()
                            + " and by socks5(" + site.socks() + "), a swap every "
                            + plan.swapEvery().toMillis() + " ms");
            load.start(plan.connections());
            Course course = new Course(plan, display, load, site.roll(), rig.all());
            course.run();
            return settle(course, load, site.roll());
        }
    }

    private boolean settle(Course course, Load load, Roll roll) throws InterruptedException {
        course.failures().forEach(this::complain);
        try {
            load.stop().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            complain(load.underWay() + " requests were still under way after " + Spans.text(patience));
        }
        if (load.failed() > 0) {
            complain("the first request that failed: " + load.firstFailure());
        }
        long difference = roll.answered() - load.completed();
        if (difference != 0) {
            complain("the servers answered " + roll.answered() + " requests, the client completed " + load.completed()
                    + ": a difference of " + difference);
        }
        if (roll.doubled() > 0) {
            complain(roll.doubled() + " requests came more than once");
        }
        // A request that failed may be part of the difference: it counts once.
        long lost = Math.max(load.failed() + load.underWay(), Math.abs(difference));
        long failed = lost + course.failures().size();
        if (course.swaps() == 0) {
            complain("no swap took effect");
        }
        out.println("swapped: "
                + course.turns().stream()
                        .map(turn -> turn.what() + " " + turn.made())
                        .collect(Collectors.joining(", ")));
        out.println(load.completed() + " requests, " + course.swaps() + " swaps, " + failed + " failed");
        return course.swaps() > 0 && failed == 0;
    }

    private void complain(String what) {
        err.println("jackfield: " + what);
    }
}
