package dev.jackfield.connector.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Plugs services in on the panel. Apart from it, so that a service may itself have a reference to the panel without a
 * circle; immediate, so that the panel stays as it is when nobody uses it for a moment.
 */
@Component(
        service = {},
        immediate = true)
public final class Services {
    private final Whiteboard<Connector> connectors;
    private final Whiteboard<Layer> layers;

    /** For Declarative Services. */
    @Activate
    public Services(@Reference(target = "(component.name=dev.jackfield.connector.internal.PatchPanel)") Panel panel) {
        PatchPanel ours = (PatchPanel) panel;
        this.connectors = new Whiteboard<>(ours.connectors(), Owners::of);
        this.layers = new Whiteboard<>(ours.layers(), Owners::of);
    }

    /** A connector service came: whiteboard style, whoever registered it. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + Connector.NAME + "=*)")
    void bindConnector(Connector connector, Map<String, Object> properties) {
        connectors.seen(connector, properties);
    }

    /** A connector service changed. */
    void updatedConnector(Connector connector, Map<String, Object> properties) {
        connectors.seen(connector, properties);
    }

    /** A connector service went. */
    void unbindConnector(Connector connector, Map<String, Object> properties) {
        connectors.went(connector, properties);
    }

    /** A layer service came: whiteboard style, whoever registered it. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + Connector.NAME + "=*)")
    void bindLayer(Layer layer, Map<String, Object> properties) {
        layers.seen(layer, properties);
    }

    /** A layer service changed. */
    void updatedLayer(Layer layer, Map<String, Object> properties) {
        layers.seen(layer, properties);
    }

    /** A layer service went. */
    void unbindLayer(Layer layer, Map<String, Object> properties) {
        layers.went(layer, properties);
    }
}
