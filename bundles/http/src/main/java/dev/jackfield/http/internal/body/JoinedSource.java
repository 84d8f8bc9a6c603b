package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.util.List;

/** One source after the other. */
record JoinedSource(List<Source> sources) implements Source {
    JoinedSource {
        sources = List.copyOf(sources);
    }

    @Override
    public Supply open(Loop loop, Runnable more) {
        return new JoinedSupply(sources, loop, more);
    }

    @Override
    public long measure() throws IOException {
        long sum = 0;
        for (Source source : sources) {
            long length = source.measure();
            if (length == UNKNOWN) {
                return UNKNOWN;
            }
            sum = Math.addExact(sum, length);
        }
        return sum;
    }

    @Override
    public boolean measuredOnDisk() {
        return sources.stream().anyMatch(Source::measuredOnDisk);
    }
}
