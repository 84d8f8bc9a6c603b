/** Whether a server is who it says: paths to an authority, the rules for each certificate on them, names and pins. */
package dev.jackfield.connector.tls.internal.trust;
