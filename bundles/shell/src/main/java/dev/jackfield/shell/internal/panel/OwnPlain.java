package dev.jackfield.shell.internal.panel;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Labelled;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Wire;
import java.util.concurrent.CompletionStage;

/** {@code plain} as the command line says. <i>Immutable.</i> */
public final class OwnPlain implements Connector, Labelled {
    static final String LABEL = "command line";

    private final Connector connector;

    private OwnPlain(Connector connector) {
        this.connector = connector;
    }

    /**
     * Puts it above what is there, so that what is over {@code plain} leaves the work to it, too.
     *
     * @param panel one that nobody else uses
     * @param connector to be {@code plain}, for as long as the panel is used
     * @return the panel
     */
    public static Panel plugInto(Panel panel, Connector connector) {
        int ranking = panel.connector(OwnPlainPanel.PLAIN).map(Plug::ranking).orElse(0);
        panel.plug(OwnPlainPanel.PLAIN, ranking + 1, new OwnPlain(connector));
        return panel;
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return connector.connect(target, attempt);
    }

    @Override
    public String label() {
        return LABEL;
    }
}
