/** Completion of the commands in Karaf's console. */
module dev.jackfield.shell.karaf {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.apache.karaf.shell.core;
    requires dev.jackfield.shell;

    exports dev.jackfield.shell.karaf;
}
