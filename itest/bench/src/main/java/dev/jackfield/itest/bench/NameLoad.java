package dev.jackfield.itest.bench;

import dev.jackfield.address.HostPort;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Look-ups without pause, so many at a time, each of a name of its own. */
final class NameLoad {
    private final Resolver resolver;
    private final Loop loop;
    private final int inFlight;
    private final CountDownLatch ended;
    private volatile boolean over;
    private volatile Throwable trouble;
    private volatile long answered;

    NameLoad(Resolver resolver, Loop loop, int inFlight) {
        this.resolver = resolver;
        this.loop = loop;
        this.inFlight = inFlight;
        this.ended = new CountDownLatch(inFlight);
    }

    Round round(int millis) throws InterruptedException {
        Meter begin = Meter.now();
        loop.execute(() -> {
            for (int lane = 0; lane < inFlight; lane++) {
                ask(Query.of(HostPort.of("host-" + lane + "." + NameServer.DOMAIN, 80), loop));
            }
        });
        ended.await(millis, TimeUnit.MILLISECONDS);
        over = true;
        ended.await();
        if (trouble != null) {
            throw new IllegalStateException("A look-up failed", trouble);
        }
        return begin.round(answered);
    }

    private void ask(Query query) {
        resolver.resolve(query).whenComplete((targets, failure) -> answered(query, targets, failure));
    }

    /** On the loop. */
    private void answered(Query query, List<Target> targets, Throwable failure) {
        if (failure != null) {
            trouble = failure;
        } else if (targets.size() != 2) {
            trouble = new IllegalStateException("Expected an address of each family, got " + targets);
        } else {
            answered++;
        }
        if (over || trouble != null) {
            ended.countDown();
        } else {
            ask(query);
        }
    }
}
