package dev.jackfield.anyevent.internal;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;

/** Options that tell by a truth value whether they could be set. */
public final class SocketOptions {
    private SocketOptions() {}

    /** Nagle's algorithm, the other way round. */
    public static boolean nodelay(NetworkChannel channel, boolean enable) {
        return set(channel, StandardSocketOptions.TCP_NODELAY, enable);
    }

    /** An option that the JDK does not define, but a provider may. */
    public static boolean congestion(NetworkChannel channel, String algorithm) {
        return channel.supportedOptions().stream()
                .filter(option -> option.name().equals("TCP_CONGESTION") && option.type() == String.class)
                .anyMatch(option -> set(channel, option, algorithm));
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean set(NetworkChannel channel, SocketOption<?> option, T value) {
        try {
            channel.setOption((SocketOption<T>) option, value);
            return true;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
