/** An example of a connector: over any other, with a line in the log for each connect. */
module dev.jackfield.connector.trace {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires transitive dev.jackfield.connector;

    exports dev.jackfield.connector.trace;

    provides dev.jackfield.connector.Connector with
            dev.jackfield.connector.trace.TracingConnector;
}
