package dev.jackfield.shell.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Just enough of a connector for these tests: literal addresses, one attempt. */
@JackfieldName("plain")
public final class SocketConnector implements Connector {
    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        CompletableFuture<Wire> done = new CompletableFuture<>();
        attempt.loop().execute(() -> {
            try {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                attempt.prepare(channel);
                channel.connect(new InetSocketAddress(target.host(), target.port()));
                SocketWire wire = new SocketWire((ChannelLoop) attempt.loop(), channel, done);
                attempt.whenCancelled(() -> {
                    if (!done.isDone()) {
                        wire.close();
                    }
                });
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
