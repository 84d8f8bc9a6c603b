package dev.jackfield.loop;

/**
 * What loops hold on to. <i>Immutable.</i>
 *
 * @param channels under watch
 * @param timers armed
 */
public record Load(int channels, int timers) {
    /** Nothing at all. */
    public static final Load ZERO = new Load(0, 0);

    /**
     * Both together.
     *
     * @param other of another loop
     * @return the sums
     */
    public Load plus(Load other) {
        return new Load(channels + other.channels, timers + other.timers);
    }
}
