package dev.jackfield.http;

/**
 * What a client holds on to. <i>Immutable.</i>
 *
 * @param queued exchanges that wait for a connection, be it for a slot or for something to be plugged in
 * @param active exchanges that have a slot: connecting, sending or receiving
 * @param connections open connections, idle ones and those still connecting included
 * @param idle open connections without an exchange
 */
public record Readings(int queued, int active, int connections, int idle) {
    /** Nothing at all. */
    public static final Readings ZERO = new Readings(0, 0, 0, 0);
}
