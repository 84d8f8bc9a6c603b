package dev.jackfield.shell.internal.cords;

import dev.jackfield.connector.Labelled;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.UnpluggedException;

/** What an operator has plugged in: it leaves the work to whatever is in use under another name. <i>Thread-safe.</i> */
public sealed interface Cord extends Labelled permits ConnectorCord, LayerCord {

    /** The name of the socket at its other end. */
    String source();

    @Override
    default String label() {
        return "operator, a cord to " + source();
    }

    /** The link as the other end knows it. */
    static Link renamed(Link link, String source) {
        return new Link(source, link.argument());
    }

    /** Whoever can wait until something is plugged in shall know for what. */
    static void check(Kind kind, String source, Panel panel) throws UnpluggedException {
        boolean there = panel.plugs().stream()
                .anyMatch(plug -> Kind.of(plug) == kind && plug.name().equals(source) && !plug.pulled());
        if (!there) {
            throw new UnpluggedException(
                    source,
                    "Expected a " + kind + " named \"" + source + "\" at the other end of a cord, got "
                            + Sources.of(panel.plugs()));
        }
    }
}
