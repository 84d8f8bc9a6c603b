/** Names to addresses, without blocking a loop. */
module dev.jackfield.resolver {
    requires static osgi.annotation;
    requires static org.osgi.service.component.annotations;
    requires static org.osgi.service.metatype.annotations;
    requires transitive dev.jackfield.address;
    requires transitive dev.jackfield.loop;

    exports dev.jackfield.resolver;

    provides dev.jackfield.resolver.Resolver with
            dev.jackfield.resolver.internal.StandardResolver,
            dev.jackfield.resolver.internal.SystemResolver;
}
