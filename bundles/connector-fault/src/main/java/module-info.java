/** An example of a connector: latency, black holes, resets and delivery byte by byte over any other, by configuration. */
module dev.jackfield.connector.fault {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.osgi.service.metatype.annotations;
    requires transitive dev.jackfield.connector;

    exports dev.jackfield.connector.fault;

    provides dev.jackfield.connector.Connector with
            dev.jackfield.connector.fault.FaultConnector;
}
