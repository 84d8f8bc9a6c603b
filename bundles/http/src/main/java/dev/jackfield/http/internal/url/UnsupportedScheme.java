package dev.jackfield.http.internal.url;

/** A reference is sound, but leads to what is neither http nor https. */
public final class UnsupportedScheme extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String scheme;

    UnsupportedScheme(String scheme) {
        super(Refusal.message("the scheme http or https", scheme));
        this.scheme = scheme;
    }

    /** In lower case. */
    public String scheme() {
        return scheme;
    }
}
