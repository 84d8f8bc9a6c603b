package dev.jackfield.connector.cache;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.PipeWire;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A connector that remembers who asked, and answers when the test says so. */
final class Below implements Connector {
    record Asked(HostPort target, Attempt attempt, CompletableFuture<Wire> stage) {}

    /** A wire that says it leads to an address. */
    record Led(PipeWire below, InetSocketAddress peer) implements ForwardingWire {
        static Led to(Loop loop, String address, int port) {
            return new Led(PipeWire.pair(loop).near(), new InetSocketAddress(address, port));
        }
    }

    final List<Asked> asked = new ArrayList<>();

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        Asked now = new Asked(target, attempt, new CompletableFuture<>());
        asked.add(now);
        return now.stage();
    }

    List<String> targets() {
        return asked.stream().map(one -> one.target().toString()).toList();
    }

    Asked last() {
        return asked.get(asked.size() - 1);
    }
}
