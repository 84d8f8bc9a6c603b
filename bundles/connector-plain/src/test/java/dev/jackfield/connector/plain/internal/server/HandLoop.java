package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.loop.Watch;
import dev.jackfield.testkit.ManualLoops;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A loop turned by hand that also tells the first channel under watch, by hand, that it is ready. */
final class HandLoop extends ManualLoops {
    final List<HandWatch> watches = new ArrayList<>();

    /** One turn of a selector: the first watch is told if it waits for anything. */
    void turn() {
        execute(() -> {
            HandWatch first = watches.get(0);
            if (first.interest != 0) {
                first.ready.accept(first.interest);
            }
        });
        manual().run();
    }

    @Override
    public Watch watch(SelectableChannel channel, int interest, IntConsumer ready) {
        HandWatch watch = new HandWatch(ready);
        watch.interest = interest;
        watches.add(watch);
        return watch;
    }

    static final class HandWatch implements Watch {
        private final IntConsumer ready;
        int interest;
        boolean closed;

        HandWatch(IntConsumer ready) {
            this.ready = ready;
        }

        @Override
        public void interest(int operations) {
            interest = closed ? 0 : operations;
        }

        @Override
        public int interest() {
            return interest;
        }

        @Override
        public void close() {
            closed = true;
            interest = 0;
        }
    }
}
