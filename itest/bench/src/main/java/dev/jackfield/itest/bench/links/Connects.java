package dev.jackfield.itest.bench.links;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.Meter;
import dev.jackfield.itest.bench.RemoteLoad;
import dev.jackfield.itest.bench.Round;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Connections by a route, made one after the other and closed at once. */
final class Connects implements Load {
    private final Loops loops = Loops.create(1);
    private final HostPort target;
    private final Connector connector;

    private Connects(HostPort target, Connector connector) {
        this.target = target;
        this.connector = connector;
    }

    /** Arguments: target, number of layers. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Connector connector = Links.panel().connector(Links.wrapped(Integer.parseInt(arguments[1])));
        RemoteLoad.serve(new Connects(HostPort.parse(arguments[0]), connector));
    }

    @Override
    public Round round(int times) {
        Meter begin = Meter.now();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Loop loop = loops.all().get(0);
        loop.execute(() -> connect(loop, times, done));
        done.join();
        return begin.round(times);
    }

    private void connect(Loop loop, int times, CompletableFuture<Void> done) {
        if (times == 0) {
            done.complete(null);
            return;
        }
        connector.connect(target, Dial.on(loop)).whenComplete((wire, failure) -> {
            if (failure == null) {
                wire.close();
                // Not here, within the completion: it would go ever deeper.
                loop.execute(() -> connect(loop, times - 1, done));
            } else {
                done.completeExceptionally(failure);
            }
        });
    }

    @Override
    public void close() {
        loops.close();
    }
}
