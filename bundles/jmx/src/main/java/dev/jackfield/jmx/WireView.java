package dev.jackfield.jmx;

/** One connection of a client, as JMX has it: see {@link dev.jackfield.http.WireReading}. <i>Immutable.</i> */
public interface WireView {

    /**
     * Whom it leads to.
     *
     * @return host and port
     */
    String getOrigin();

    /**
     * Whether https is spoken there.
     *
     * @return true for https
     */
    boolean isSecure();

    /**
     * By which way.
     *
     * @return a route without passwords
     */
    String getRoute();

    /**
     * What made it.
     *
     * @return the generation of the plug of each link
     */
    long[] getGenerations();

    /**
     * What it does.
     *
     * @return {@code CONNECTING}, {@code BUSY}, {@code IDLE} or {@code DRAINING}
     */
    String getState();

    /**
     * Since connecting began.
     *
     * @return milliseconds
     */
    long getAgeMillis();

    /**
     * How long it has been in this state.
     *
     * @return milliseconds
     */
    long getRestMillis();

    /**
     * How much it was used.
     *
     * @return how many exchanges began on it
     */
    long getRequests();
}
