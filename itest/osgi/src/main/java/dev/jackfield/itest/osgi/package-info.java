/**
 * The probes: a bundle of the test's own that uses Jackfield as any bundle would.
 *
 * <p>The tests run outside the framework and must not see one class of it. Giving the framework their class path (by
 * system packages or boot delegation) would let bundles find classes there that their imports do not name, and so hide
 * the very errors these tests are for. Each probe is therefore a service under a type of the JDK, the only types both
 * sides share, told apart by the property {@code probe}. bnd makes this bundle's imports from its code, as it does for
 * the bundles under test.
 */
package dev.jackfield.itest.osgi;
