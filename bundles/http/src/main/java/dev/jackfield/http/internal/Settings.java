package dev.jackfield.http.internal;

/** The configuration {@code dev.jackfield.http}, as told in the description of the exported package. */
@interface Settings {
    /** Seconds. */
    int timeout() default 300;

    /** Seconds. */
    int idle() default 3;

    /** Seconds. */
    int plug_wait() default 2;

    /** Connections to one origin. */
    int max_per_host() default 4;

    /** Octets. */
    int max_head() default 64 * 1024;

    /** Fields. */
    int max_fields() default 256;

    /** Responses. */
    int max_interim() default 16;

    /** Octets. */
    long max_body() default 64L << 20;

    /** Empty for none. */
    String user_agent() default "Jackfield/0.1.0";

    /** Lines of {@link dev.jackfield.http.Routes}. */
    String[] routes() default {};

    /** Whether the environment names proxies. */
    boolean environment() default false;

    /** Where nothing else says otherwise. */
    String route() default "plain";

    /** A link. */
    String tls() default "tls(high)";
}
