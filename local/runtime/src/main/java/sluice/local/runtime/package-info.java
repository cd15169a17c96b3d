/** The Lambda Runtime API loop that runs a function's own jar in a JVM of its own, in pure Java. */
package sluice.local.runtime;
