/** URLs and references to them (RFC 3986), by the rules of the URL standard where servers depend on them. */
package dev.jackfield.http.internal.url;
