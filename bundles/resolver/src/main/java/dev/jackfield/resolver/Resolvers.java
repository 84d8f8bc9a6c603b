package dev.jackfield.resolver;

/** Names of settings. */
public final class Resolvers {
    /** System property with the path of the hosts file. Default: the platform's. */
    public static final String HOSTS = "jackfield.hosts";

    private Resolvers() {}
}
