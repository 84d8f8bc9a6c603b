package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.Meter;
import dev.jackfield.itest.bench.RemoteLoad;
import dev.jackfield.itest.bench.Round;
import java.io.IOException;

/** A client that gets a file and throws it away. */
interface Download extends AutoCloseable {

    /** Gets it once more, and counts its octets. */
    long run() throws IOException, InterruptedException;

    @Override
    void close();

    /** Does it as often as the other process asks for. */
    static void serve(Download download, long octets) throws IOException, InterruptedException {
        RemoteLoad.serve(new Load() {
            @Override
            public Round round(int times) throws IOException, InterruptedException {
                Meter begin = Meter.now();
                for (int i = 0; i < times; i++) {
                    long got = download.run();
                    if (got != octets) {
                        throw new IOException("Expected " + octets + " octets, got " + got);
                    }
                }
                return begin.round(times);
            }

            @Override
            public void close() {
                download.close();
            }
        });
    }
}
