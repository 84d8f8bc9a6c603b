package dev.jackfield.http;

/**
 * What a client holds on to. <i>Immutable.</i>
 *
 * @param queued exchanges that wait for a connection, be it for a slot or for something to be plugged in
 * @param active exchanges that have a slot: connecting, sending or receiving
 * @param connections open connections, idle ones and those still connecting included
 * @param idle open connections without an exchange
 * @param finishing exchanges that have given back their slot, and wait for a sink that has still something to do with a
 *     complete body
 * @param draining connections with an exchange after which they are closed, because what made them is not in use any more
 */
public record Readings(int queued, int active, int connections, int idle, int finishing, int draining) {
    /** Nothing at all. */
    public static final Readings ZERO = new Readings(0, 0, 0, 0);

    /**
     * With no sink that is waited for, and nothing that drains.
     *
     * @param queued exchanges that wait
     * @param active exchanges that have a slot
     * @param connections open connections
     * @param idle those without an exchange
     */
    public Readings(int queued, int active, int connections, int idle) {
        this(queued, active, connections, idle, 0, 0);
    }

    /**
     * All exchanges that have not ended.
     *
     * @return 0 or more
     */
    public int underWay() {
        return queued + active + finishing;
    }
}
