/** TLS as a layer over any wire. */
module dev.jackfield.connector.tls {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.osgi.service.metatype.annotations;
    requires transitive dev.jackfield.connector;

    exports dev.jackfield.connector.tls;

    provides dev.jackfield.connector.Layer with
            dev.jackfield.connector.tls.internal.TlsService;
    provides dev.jackfield.connector.tls.Tls with
            dev.jackfield.connector.tls.internal.TlsService;
}
