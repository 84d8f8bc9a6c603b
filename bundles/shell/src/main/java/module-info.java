/** The commands: from get to demo, for a command line and for the shells of OSGi. */
module dev.jackfield.shell {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    // Only the classes that swap bundles need a framework; without one they are never loaded.
    requires static osgi.core;
    // Gogo's annotation for what a command does: who has no Gogo does not look for it.
    requires static org.apache.felix.gogo.runtime;
    // Whoever runs a single command may have no log; where there is one, what was said already is not said there again.
    requires static java.logging;
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
