package dev.jackfield.loop.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code dev.jackfield.loop}, as told in the description of the exported package. */
@ObjectClassDefinition(
        name = "Jackfield loops",
        description = "The threads that all clients share. A change is used from the next start of the bundle on.")
@interface LoopsForm {
    /** Number of loops. */
    @AttributeDefinition(
            name = "Number of loops",
            description = "From 1 to 64; 0 for half the processors, at least 1, at most 4.",
            min = "0",
            max = "64")
    int count() default 0;
}
