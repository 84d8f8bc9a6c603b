/** The plug board: the SPI of connectors, layers and wires, and the panel that knows what is plugged in. */
module dev.jackfield.connector {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    // Only the class that knows the names of bundles needs a framework; without one it is never loaded.
    requires static osgi.core;
    requires transitive dev.jackfield.address;
    requires transitive dev.jackfield.loop;

    exports dev.jackfield.connector;

    uses dev.jackfield.connector.Connector;
    uses dev.jackfield.connector.Layer;

    provides dev.jackfield.connector.Panel with
            dev.jackfield.connector.internal.PatchPanel;
}
