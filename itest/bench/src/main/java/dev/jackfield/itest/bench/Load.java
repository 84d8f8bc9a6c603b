package dev.jackfield.itest.bench;

import java.io.IOException;

/** Something to be measured round by round. It keeps what it has warmed up until it is closed. */
public interface Load extends AutoCloseable {

    /**
     * Measures once more.
     *
     * @param amount how much of it, in the unit of this load: seconds, or how many times
     */
    Round round(int amount) throws IOException, InterruptedException;

    /** Lets go of everything. */
    @Override
    void close() throws IOException;
}
