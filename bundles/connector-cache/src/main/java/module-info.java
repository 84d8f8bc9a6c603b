/** An example of a connector: over any other, it tries first the address that answered last. */
module dev.jackfield.connector.cache {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires transitive dev.jackfield.connector;

    exports dev.jackfield.connector.cache;

    provides dev.jackfield.connector.Connector with
            dev.jackfield.connector.cache.CachingConnector;
}
