/** SOCKS 4, 4a and 5 as layers over any wire. */
module dev.jackfield.connector.socks {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires transitive dev.jackfield.connector;

    exports dev.jackfield.connector.socks;

    provides dev.jackfield.connector.Layer with
            dev.jackfield.connector.socks.internal.Socks4Service,
            dev.jackfield.connector.socks.internal.Socks4aService,
            dev.jackfield.connector.socks.internal.Socks5Service;
}
