package dev.jackfield.itest.bench.retries;

import java.io.IOException;
import java.net.Socket;

/** How a server gets rid of a connection. */
enum Ending {
    /** In an orderly way, as when it is just closing an idle connection. */
    fin("FIN"),
    /** As when it closes with something unread, or has crashed. */
    rst("RST");

    private final String segment;

    Ending(String segment) {
        this.segment = segment;
    }

    void end(Socket connection) throws IOException {
        if (this == rst) {
            connection.setSoLinger(true, 0);
        }
        connection.close();
    }

    /** What goes over the wire. */
    String segment() {
        return segment;
    }
}
