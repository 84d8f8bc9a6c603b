package dev.jackfield.http.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Plug;

/**
 * By which connector a connection is, or was, made.
 *
 * @param connector makes the connections
 * @param name on the panel; empty for a connector that a request brought along
 * @param generation of the plug; 0 for a connector that a request brought along
 */
record Route(Connector connector, String name, long generation) {
    static Route of(Plug<Connector> plug) {
        return new Route(plug.plugged(), plug.name(), plug.generation());
    }

    static Route own(Connector connector) {
        return new Route(connector, "", 0);
    }

    /** Whether a connection made by the one will do for the other. */
    boolean same(Route other) {
        return generation == other.generation && connector == other.connector;
    }

    boolean onPanel() {
        return generation != 0;
    }
}
