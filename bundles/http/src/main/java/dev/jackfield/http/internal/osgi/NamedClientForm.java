package dev.jackfield.http.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a form asks for a client with a name. */
@ObjectClassDefinition(
        name = "Jackfield HTTP client with a name",
        description =
                "One more client, that bundles get who ask for it: by a service with the property jackfield.client.")
interface NamedClientForm extends ClientForm {
    @AttributeDefinition(
            name = "Name",
            description =
                    "Letters, digits, -, _ and . for the property jackfield.client. Empty for what stands behind the ~ in the PID.",
            defaultValue = "",
            required = false)
    String name();
}
