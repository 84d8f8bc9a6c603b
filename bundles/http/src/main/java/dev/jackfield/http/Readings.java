package dev.jackfield.http;

/**
 * What a client holds on to. <i>Immutable.</i>
 *
 * @param queued exchanges that wait for a slot
 * @param active exchanges that have a slot: connecting, sending or receiving
 * @param connections open connections, idle ones included
 * @param idle open connections without an exchange
 * @param timers timers that belong to exchanges under way
 */
public record Readings(int queued, int active, int connections, int idle, int timers) {
    /** Nothing at all. */
    public static final Readings ZERO = new Readings(0, 0, 0, 0, 0);
}
