package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.Round;
import java.io.IOException;

/** Holds a load to what it is said to do: that its sessions go on, or that they do not. */
record Watched(Load load, TlsSite site, boolean resumes) implements Load {
    /** Each connection of those at a time begins with a full handshake, and so may a new process. */
    private static final int MOST_FIRST = 64;

    @Override
    public Round round(int seconds) throws IOException, InterruptedException {
        TlsSite.Sessions before = site.sessions();
        Round round = load.round(seconds);
        TlsSite.Sessions sessions = site.sessions().since(before);
        if (resumes ? sessions.full() > MOST_FIRST : sessions.resumed() > 0) {
            throw new IOException("Expected sessions to " + (resumes ? "go on" : "begin anew") + ", got " + sessions);
        }
        return round;
    }

    @Override
    public void close() throws IOException {
        load.close();
    }
}
