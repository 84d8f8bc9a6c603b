package dev.jackfield.itest.osgi;

import dev.jackfield.connector.Panel;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whose layer is in use under a name, and of which generation it is. */
@Component(service = UnaryOperator.class)
@Probe("layer")
public final class LayerProbe implements UnaryOperator<String> {
    private final Panel panel;

    /** With the panel that follows the registry. */
    @Activate
    public LayerProbe(@Reference Panel panel) {
        this.panel = panel;
    }

    @Override
    public String apply(String name) {
        return panel.layer(name)
                .map(plug -> plug.owner() + ", generation " + plug.generation())
                .orElse("nobody");
    }
}
