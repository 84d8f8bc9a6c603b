package dev.jackfield.connector.fault;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What forms show of the settings; {@link FaultConnector} reads them, and takes the defaults from here. <i>Immutable.</i> */
@ObjectClassDefinition(
        name = "Jackfield: faults on purpose",
        description = "How often: 0 never, below 1 a probability, from 1 on every so many connects."
                + " A change holds for the next connect; connections that are there stay as they are.")
@interface FaultForm {
    @AttributeDefinition(name = "Latency, how often", description = "These connect late, and hear late of each answer.")
    double latency() default 0;

    @AttributeDefinition(name = "Latency, milliseconds", description = "How late.", min = "0")
    long latency_ms() default 100;

    @AttributeDefinition(name = "Black hole, how often", description = "These get no answer until their time is up.")
    double blackhole() default 0;

    @AttributeDefinition(name = "Reset, how often", description = "These connect, and break when something is read.")
    double reset() default 0;

    @AttributeDefinition(name = "Reset, octets", description = "How many can be read before it breaks.", min = "0")
    long reset_after() default 0;

    @AttributeDefinition(name = "Byte by byte, how often", description = "These give one octet with each reading.")
    double bytewise() default 0;

    @AttributeDefinition(name = "Seed", description = "The same seed brings the same chances again.", min = "0")
    long seed() default 1;
}
