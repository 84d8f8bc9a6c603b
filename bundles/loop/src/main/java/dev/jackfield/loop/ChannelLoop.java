package dev.jackfield.loop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.function.IntConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A loop that watches NIO channels.
 *
 * <p>Connectors that open sockets need one; connectors with threads of their own do not.
 */
@ProviderType
public interface ChannelLoop extends Loop {

    /**
     * Watches a channel.
     *
     * <p><i>Loop-confined.</i>
     *
     * @param channel in non-blocking mode, of the platform's default selector provider
     * @param interest the {@link java.nio.channels.SelectionKey} operations to begin with; 0 for none yet
     * @param ready called on the loop with the operations that are ready, each time they are
     * @return ends the watch when closed, without closing the channel
     * @throws IOException if the channel is closed
     */
    Watch watch(SelectableChannel channel, int interest, IntConsumer ready) throws IOException;
}
