/** In which order services and addresses are tried. No I/O but the finding of source addresses. */
package dev.jackfield.resolver.internal.order;
