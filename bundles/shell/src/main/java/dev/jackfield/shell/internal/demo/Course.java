package dev.jackfield.shell.internal.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The course of the demo in time: when to swap, when to show. Runs on the thread of the command. */
final class Course {
    private final Display display;
    private final Load load;
    private final Roll roll;
    private final List<Swaps> swaps;
    private final long[] made;
    private final long length;
    private final long swapEvery;
    private final long showEvery;
    private final List<String> failures = new ArrayList<>();
    private int asked;
    private int swapped;

    Course(Plan plan, Display display, Load load, Roll roll, List<Swaps> swaps) {
        this.display = display;
        this.load = load;
        this.roll = roll;
        this.swaps = List.copyOf(swaps);
        this.made = new long[swaps.size()];
        this.length = plan.length().toNanos();
        this.swapEvery = plan.swapEvery().toNanos();
        this.showEvery = display.every().toNanos();
    }

    /** Until the end of the plan; a swap or a look that is due right at the end still happens. */
    void run() throws InterruptedException {
        long begin = System.nanoTime();
        Rates rates = new Rates(begin);
        long nextSwap = swapEvery;
        long nextShow = showEvery;
        while (Math.min(nextSwap, nextShow) <= length) {
            long now = System.nanoTime() - begin;
            TimeUnit.NANOSECONDS.sleep(Math.min(nextSwap, nextShow) - now);
            now = System.nanoTime() - begin;
            if (nextSwap <= now) {
                swap();
                // What took too long is not made up for in a rush.
                nextSwap = Math.max(nextSwap + swapEvery, System.nanoTime() - begin);
            }
            if (nextShow <= now) {
                rates.look(begin + now, load.completed());
                display.show(score(now, rates));
                nextShow = Math.max(nextShow + showEvery, now);
            }
        }
    }

    long swaps() {
        return LongStream.of(made).sum();
    }

    /** What was swapped, and how often. */
    List<Turn> turns() {
        return IntStream.range(0, made.length)
                .mapToObj(i -> new Turn(
                        swaps.get(i).what(),
                        swaps.get(i).sockets(),
                        swaps.get(i).inUse(),
                        made[i]))
                .toList();
    }

    /** Why swaps failed, one line for each. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void swap() throws InterruptedException {
        int next = asked++ % made.length;
        try {
            swaps.get(next).swap();
            made[next]++;
            swapped = next;
        } catch (IOException e) {
            failures.add("swap " + asked + ": " + e.getMessage());
        }
    }

    private Score score(long now, Rates rates) {
        return new Score(
                now / 1e9,
                length / 1e9,
                load.completed(),
                rates.list(),
                turns(),
                swapped,
                load.failed() + failures.size(),
                roll.doubled());
    }
}
