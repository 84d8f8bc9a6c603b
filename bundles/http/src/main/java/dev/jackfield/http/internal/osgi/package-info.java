/**
 * The clients of a framework: a service for each configuration, and for each bundle that takes one a client of its own. The
 * only package here that knows what a bundle is; elsewhere nobody loads it.
 */
package dev.jackfield.http.internal.osgi;
