/** The functions of AnyEvent::Socket and AnyEvent::HTTP under their own names. */
module dev.jackfield.anyevent {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires transitive dev.jackfield.connector.plain;
    requires dev.jackfield.cookies;
    requires dev.jackfield.http;

    exports dev.jackfield.anyevent;

    uses dev.jackfield.resolver.Resolver;

    provides dev.jackfield.anyevent.AnyEvent with
            dev.jackfield.anyevent.internal.Patched;
}
