package dev.jackfield.itest.osgi;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service property {@code probe}, by which the tests find a probe. */
@ComponentPropertyType
@interface Probe {
    /** What it does. */
    String value();
}
