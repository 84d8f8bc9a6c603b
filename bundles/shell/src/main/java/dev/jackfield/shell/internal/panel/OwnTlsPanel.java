package dev.jackfield.shell.internal.panel;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.loop.Guard;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A panel whose layer {@code tls} knows one more profile: {@code tls(own)} is one's own. <i>Thread-safe.</i> */
public final class OwnTlsPanel extends ForwardingPanel {
    /** How a route names the profile. */
    public static final Link OWN = Link.of("tls", "own");

    private final Layer own;

    /**
     * A view of a panel.
     *
     * @param panel what is looked at
     * @param profile to be {@code own}
     */
    public OwnTlsPanel(Panel panel, TlsProfile profile) {
        super(panel);
        this.own = Tls.of(profile);
    }

    @Override
    public Optional<Plug<Layer>> layer(String name, HostPort target) {
        Optional<Plug<Layer>> there = super.layer(name, target);
        return name.equals(OWN.name()) ? there.map(plug -> plug.with(new OwnOrOther(own, plug.plugged()))) : there;
    }

    private record OwnOrOther(Layer own, Layer other) implements Layer {
        @Override
        public Layer configured(Link link) throws UnpluggedException {
            return link.equals(OWN) ? own : other.configured(link);
        }

        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
            return other.over(below, target, attempt);
        }

        @Override
        public boolean encrypts() {
            return other.encrypts();
        }

        @Override
        public Guard watch(Runnable changed) {
            return other.watch(changed);
        }
    }
}
