/** A worked example of a connector bundle. Only a service: on the module path it would compete with the plain one. */
module dev.jackfield.connector.trace {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires transitive dev.jackfield.connector;
    requires transitive dev.jackfield.resolver;
    requires dev.jackfield.connector.plain;

    exports dev.jackfield.connector.trace;
}
