/** The panel and the clients as MBeans of the platform's server. */
module dev.jackfield.jmx {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires transitive java.management;
    requires transitive dev.jackfield.connector;
    requires transitive dev.jackfield.http;

    exports dev.jackfield.jmx;
}
