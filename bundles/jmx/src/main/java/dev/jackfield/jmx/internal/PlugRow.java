package dev.jackfield.jmx.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Plug;
import dev.jackfield.jmx.PlugView;
import java.util.Date;

/** A plug as a row of a table. */
record PlugRow(Plug<?> plug, boolean inUse) implements PlugView {

    @Override
    public String getKind() {
        return plug.plugged() instanceof Connector ? "connector" : "layer";
    }

    @Override
    public String getName() {
        return plug.name();
    }

    @Override
    public int getRanking() {
        return plug.ranking();
    }

    @Override
    public long getGeneration() {
        return plug.generation();
    }

    @Override
    public String[] getHosts() {
        return plug.hosts().stream().map(Object::toString).toArray(String[]::new);
    }

    @Override
    public String getOwner() {
        return plug.owner();
    }

    @Override
    public Date getSince() {
        return Date.from(plug.since());
    }

    @Override
    public boolean isPulled() {
        return plug.pulled();
    }

    @Override
    public boolean isInUse() {
        return inUse;
    }
}
