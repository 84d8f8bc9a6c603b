package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import java.util.List;

/** A client with its default settings, reduced to what a comparison needs. */
public interface Client extends AutoCloseable {

    /** Sends one request after the other, over kept connections if the client wants to. */
    List<Outcome> send(List<Call> calls) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
