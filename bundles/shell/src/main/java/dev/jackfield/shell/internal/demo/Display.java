package dev.jackfield.shell.internal.demo;

import java.time.Duration;

/** Shows how the demo stands. Called on one thread. */
public interface Display {

    /**
     * How often it wants to be shown something.
     *
     * @return more than zero
     */
    Duration every();

    /**
     * The beginning.
     *
     * @param title one line
     */
    void open(String title);

    /**
     * Shows how it stands now.
     *
     * @param score now
     */
    void show(Score score);
}
