package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.ResolveFailure.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/** Asks the JVM, off the loop. What the JVM is doing cannot be stopped, but nobody has to wait for it. */
final class JvmSearch implements Search {
    private final Jvm jvm;
    private final String name;
    private final Family family;
    private final Runnable news;
    private Search outcome = new KnownAddresses(List.of(), "");
    private boolean done;
    private boolean cancelled;

    JvmSearch(Jvm jvm, String name, Family family, Runnable news) {
        this.jvm = jvm;
        this.name = name;
        this.family = family;
        this.news = news;
    }

    void start(Loop loop) {
        try {
            loop.blocking().execute(() -> {
                Search answer = ask();
                Turns.handOver(loop, () -> end(answer));
            });
        } catch (RejectedExecutionException ended) {
            Turns.handOver(
                    loop,
                    () -> end(new KnownAddresses(
                            List.of(), Reason.UNAVAILABLE, "there is nobody left to ask the JVM's resolver")));
        }
    }

    private Search ask() {
        try {
            InetAddress[] all = jvm.all(name);
            List<IpAddress> addresses =
                    Stream.of(all).map(IpAddress::of).distinct().toList();
            return new KnownAddresses(
                    AddressFamilies.only(family, addresses),
                    "the JVM's resolver knows " + (addresses.isEmpty() ? "no address" : "addresses of another family"));
        } catch (UnknownHostException e) {
            return failed(Reason.NO_SUCH_NAME, e.getMessage());
        } catch (RuntimeException e) {
            return failed(Reason.UNAVAILABLE, e.toString());
        }
    }

    private static Search failed(Reason reason, String what) {
        return new KnownAddresses(List.of(), reason, "the JVM's resolver: " + what);
    }

    private void end(Search answer) {
        if (!cancelled) {
            outcome = answer;
            done = true;
            news.run();
        }
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public List<IpAddress> found() {
        return outcome.found();
    }

    @Override
    public Reason reason() {
        return outcome.reason();
    }

    @Override
    public String story() {
        return outcome.story();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
