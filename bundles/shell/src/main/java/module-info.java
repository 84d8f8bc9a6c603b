/** The commands: get, head, request, download, connect, resolve, panel and demo, for a command line and for the shells of OSGi. */
module dev.jackfield.shell {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    // Only the classes that swap bundles need a framework; without one they are never loaded.
    requires static osgi.core;
    requires info.picocli;
    requires dev.jackfield.connector.plain;
    requires dev.jackfield.connector.tls;
    requires dev.jackfield.cookies;
    requires dev.jackfield.http;

    exports dev.jackfield.shell;

    // picocli fills annotated fields by reflection.
    opens dev.jackfield.shell.internal to
            info.picocli;

    provides dev.jackfield.shell.Commands with
            dev.jackfield.shell.internal.osgi.GogoCommands;
}
