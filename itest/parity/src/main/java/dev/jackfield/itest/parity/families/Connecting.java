package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.ResolveFailure;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One try to connect, and what is seen of it, in the form of the vectors. What it sees, it sees on the loop. */
final class Connecting {
    private final JsonObject in;
    private final ConnectTargets targets;
    private final ChannelLoop loop;
    private final List<NetworkChannel> sockets = new ArrayList<>();
    private final JsonArray calls = new JsonArray();
    private final JsonArray prepared = new JsonArray();
    private boolean early;

    Connecting(JsonObject in, ConnectTargets targets, ChannelLoop loop) {
        this.in = in;
        this.targets = targets;
        this.loop = loop;
    }

    /**
     * Connects.
     *
     * @throws IllegalArgumentException if the service is unknown
     */
    JsonObject to(HostPort target, Connector connector) throws InterruptedException, ExecutionException {
        Dial dial = Dial.on(loop).preparing(this::prepare).accepting(this::accepts);
        CompletableFuture<Wire> done = new CompletableFuture<>();
        loop.execute(() -> {
            CompletableFuture<Wire> stage = connector.connect(target, dial).toCompletableFuture();
            early = stage.isDone();
            stage.whenComplete((wire, error) -> {
                if (error == null) {
                    done.complete(wire);
                } else {
                    done.completeExceptionally(error);
                }
            });
        });
        int nonBlocking = -1;
        try {
            if (in.has("cancel_after") && !endsBefore(done, seconds("cancel_after"))) {
                dial.cancel();
                return OwnLoop.on(loop, () -> cancelled(done));
            }
            Wire wire = done.get();
            dial.cancel();
            nonBlocking = OwnLoop.on(loop, () -> finished(wire));
        } catch (ExecutionException e) {
            JsonObject call = new JsonObject();
            call.addProperty("failed", name((ConnectFailure) e.getCause()));
            loop.execute(() -> calls.add(call));
        }
        int blocking = nonBlocking;
        return OwnLoop.on(loop, () -> form(blocking));
    }

    private static boolean endsBefore(CompletableFuture<Wire> done, Duration time)
            throws InterruptedException, ExecutionException {
        try {
            done.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private Duration seconds(String member) {
        return Duration.ofMillis(Math.round(in.get(member).getAsDouble() * 1000));
    }

    private Duration prepare(NetworkChannel socket) {
        sockets.add(socket);
        if (!in.has("prepare")) {
            return Duration.ZERO;
        }
        boolean connected = socket instanceof SocketChannel channel && channel.isConnected();
        prepared.add(connected ? "connected" : "unconnected");
        return seconds("prepare");
    }

    private boolean accepts(Wire wire) {
        JsonObject call = new JsonObject();
        InetSocketAddress peer = (InetSocketAddress) wire.peer();
        call.addProperty("connected", targets.name(peer.getPort()));
        call.addProperty("host", peer.getAddress().getHostAddress());
        calls.add(call);
        return calls.size() > (in.has("retry") ? in.get("retry").getAsInt() : 0);
    }

    /** A call-off after success must leave the connection alone. */
    private int finished(Wire wire) {
        SocketChannel channel = wire.beneath(SocketChannel.class).orElseThrow();
        if (!channel.isConnected()) {
            throw new IllegalStateException("Expected a connected socket, got " + channel);
        }
        boolean blocking = channel.isBlocking();
        wire.close();
        return blocking ? 0 : 1;
    }

    private JsonObject cancelled(CompletableFuture<Wire> done) {
        if (done.isDone() || sockets.stream().anyMatch(NetworkChannel::isOpen)) {
            throw new IllegalStateException("Expected silence and closed sockets, got " + done + " and " + sockets);
        }
        return form(-1);
    }

    private static String name(ConnectFailure failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof ResolveFailure unresolved && unresolved.reason() == ResolveFailure.Reason.MALFORMED) {
            throw new IllegalArgumentException(cause.getMessage());
        } else if (cause instanceof UnknownHostException) {
            return Connects.NO_SUCH_ADDRESS;
        } else if (cause instanceof SocketTimeoutException) {
            return "ETIMEDOUT";
        } else if (cause instanceof ConnectException) {
            return "ECONNREFUSED";
        }
        return switch (String.valueOf(cause.getMessage())) {
            case "No such file or directory" -> "ENOENT";
            // None of the system's, and none that a vector asks for.
            case "refused by the caller" -> "any";
            default -> cause.toString();
        };
    }

    private JsonObject form(int nonBlocking) {
        JsonObject form = new JsonObject();
        form.addProperty("callback_before_return", early);
        form.add("calls", calls);
        if (nonBlocking >= 0) {
            form.addProperty("nonblocking", nonBlocking);
        }
        form.addProperty("prepare_calls", prepared.size());
        form.add("prepare_saw", prepared);
        return form;
    }
}
