package dev.jackfield.itest.soak.quiet;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Something that a process holds on to. */
public final class Measure {
    private final String name;
    private final Supplier<Sample> now;
    private final long tolerance;
    private final boolean fromNothing;

    private Measure(String name, Supplier<Sample> now, long tolerance, boolean fromNothing) {
        this.name = name;
        this.now = now;
        this.tolerance = tolerance;
        this.fromNothing = fromNothing;
    }

    /** Of what has to be back to where it began, to the last one. */
    public static Measure exact(String name, Supplier<List<String>> names) {
        return new Measure(name, () -> Sample.of(names.get()), 0, false);
    }

    /** Of what goes by itself, and of which nothing may stay, whatever there was at first. */
    public static Measure passing(String name, Supplier<List<String>> names) {
        return new Measure(name, () -> Sample.of(names.get()), 0, true);
    }

    /** Of what is not exact: so much more is no leak. */
    public static Measure about(String name, LongSupplier count, long tolerance) {
        return new Measure(name, () -> new Sample(count.getAsLong(), List.of()), tolerance, false);
    }

    Sample first() {
        return fromNothing ? Sample.NOTHING : now.get();
    }

    Held since(Sample before) {
        Sample after = now.get();
        return new Held(name, before.count(), after.count(), tolerance, after.since(before));
    }
}
