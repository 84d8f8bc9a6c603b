/** TCP and UNIX domain sockets over a selector loop, and servers. */
module dev.jackfield.connector.plain {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.osgi.service.metatype.annotations;
    requires transitive dev.jackfield.connector;
    requires transitive dev.jackfield.resolver;

    exports dev.jackfield.connector.plain;

    uses dev.jackfield.resolver.Resolver;

    provides dev.jackfield.connector.Connector with
            dev.jackfield.connector.plain.internal.PlainService,
            dev.jackfield.connector.plain.internal.UnixService;
}
