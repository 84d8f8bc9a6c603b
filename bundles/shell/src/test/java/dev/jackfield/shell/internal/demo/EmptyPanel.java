package dev.jackfield.shell.internal.demo;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A panel without anything on it. */
final class EmptyPanel implements Panel {
    @Override
    public Optional<Plug<Connector>> connector(String name, HostPort target) {
        return Optional.empty();
    }

    @Override
    public Connector below(Connector asker, String name) {
        throw new UnsupportedOperationException("Expected nobody to ask for " + name);
    }

    @Override
    public Guard plug(String name, int ranking, List<HostPattern> hosts, Connector connector) {
        throw new UnsupportedOperationException("Expected nobody to plug " + name);
    }

    @Override
    public List<Plug<?>> plugs() {
        return List.of();
    }

    @Override
    public Optional<Plug<Layer>> layer(String name, HostPort target) {
        return Optional.empty();
    }

    @Override
    public Guard plug(String name, int ranking, List<HostPattern> hosts, Layer layer) {
        throw new UnsupportedOperationException("Expected nobody to plug " + name);
    }

    @Override
    public boolean pull(Plug<?> plug) {
        return false;
    }

    @Override
    public boolean putBack(Plug<?> plug) {
        return false;
    }

    @Override
    public Guard watch(Consumer<String> changed) {
        return () -> {};
    }
}
