/** The same jar on the module path: there it is found as a provider. */
module com.example.jackfield.count {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires dev.jackfield.connector;

    provides dev.jackfield.connector.Layer with
            com.example.jackfield.count.CountingLayer;
}
