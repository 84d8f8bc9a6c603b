/** The resolvers as services, and their settings. */
package dev.jackfield.resolver.internal;
