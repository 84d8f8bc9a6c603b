/** For people who write connectors and layers. */
module dev.jackfield.testkit {
    requires static osgi.annotation;
    requires java.management;
    requires transitive dev.jackfield.connector;
    requires transitive org.junit.jupiter.api;

    exports dev.jackfield.testkit;
    // The test methods of the contracts are nobody's API, so JUnit has to reach them by reflection.
    opens dev.jackfield.testkit to
            org.junit.platform.commons;
}
