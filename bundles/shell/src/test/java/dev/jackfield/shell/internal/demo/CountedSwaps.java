package dev.jackfield.shell.internal.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Swaps of somebody else, counted. */
record CountedSwaps(Swaps swaps, AtomicInteger asked, AtomicInteger done) implements Swaps {
    @Override
    public void swap() throws IOException, InterruptedException {
        asked.incrementAndGet();
        swaps.swap();
        done.incrementAndGet();
    }

    @Override
    public List<String> sockets() {
        return swaps.sockets();
    }

    @Override
    public int inUse() {
        return swaps.inUse();
    }

    @Override
    public void close() throws IOException {
        swaps.close();
    }
}
