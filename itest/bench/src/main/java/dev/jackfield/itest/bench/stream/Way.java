package dev.jackfield.itest.bench.stream;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import java.nio.ByteBuffer;

/** How a large body passes through the client. */
enum Way {
    /** Comes in, to a sink. */
    sink {
        @Override
        long pass(HttpClient client, String server, long octets) {
            Counter counter = new Counter();
            client.send(Request.get(server + octets), counter).join();
            return counter.octets;
        }
    };

    /**
     * Has it pass, and waits.
     *
     * @return how many octets have arrived
     */
    abstract long pass(HttpClient client, String server, long octets) throws Exception;

    private static final class Counter implements BodySink {
        private long octets;

        @Override
        public boolean part(ByteBuffer bytes) {
            octets += bytes.remaining();
            return true;
        }
    }
}
