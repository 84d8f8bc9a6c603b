package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.plain.PlainConnector;
import java.util.List;
import java.util.Optional;

/** Without OSGi a resolver belongs to its connector: one that asks a {@link Notebook} and the first one take turns at work. */
final class ResolverSwaps implements Swaps {
    private final PanelSwaps connectors;
    private boolean notebook;

    ResolverSwaps(PanelSwaps connectors) {
        this.connectors = connectors;
    }

    @Override
    public String what() {
        return "resolver";
    }

    @Override
    public void swap() {
        notebook = !notebook;
        connectors.work(notebook ? Optional.of(PlainConnector.over(new Notebook())) : Optional.empty());
    }

    @Override
    public List<String> sockets() {
        return Notebook.SOCKETS;
    }

    @Override
    public int inUse() {
        return notebook ? 1 : 0;
    }

    @Override
    public void close() {
        connectors.work(Optional.empty());
    }
}
