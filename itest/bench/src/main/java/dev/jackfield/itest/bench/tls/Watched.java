package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.Round;
import java.io.IOException;

/** A load of which the server tells how many of its sessions went on. */
final class Watched implements Load {
    private final Load load;
    private final TlsSite site;
    private TlsSite.Sessions last = new TlsSite.Sessions(0, 0);

    Watched(Load load, TlsSite site) {
        this.load = load;
        this.site = site;
    }

    @Override
    public Round round(int seconds) throws IOException, InterruptedException {
        TlsSite.Sessions before = site.sessions();
        Round round = load.round(seconds);
        last = site.sessions().since(before);
        return round;
    }

    /** What share of the sessions of the last round went on; 0 to 1. */
    double resumed() {
        return (double) last.resumed() / (last.resumed() + last.full());
    }

    @Override
    public void close() throws IOException {
        load.close();
    }
}
