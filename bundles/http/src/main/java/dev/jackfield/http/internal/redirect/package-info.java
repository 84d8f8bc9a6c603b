/** Which redirects are followed, and how. Free of I/O. */
package dev.jackfield.http.internal.redirect;
