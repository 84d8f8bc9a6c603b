package dev.jackfield.resolver.internal;

/** The configuration {@code dev.jackfield.resolver}, as told in the description of the exported package. */
@interface Settings {
    /** Path. */
    String hosts() default "";

    /** Name servers. */
    String[] dns() default {};

    /** Path. */
    String resolv_conf() default "";

    /** Path. */
    String services() default "";

    /** Who is asked first. */
    String resolver() default "";
}
