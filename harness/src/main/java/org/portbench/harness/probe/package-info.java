/**
 * What is measured of a build, within a JVM of that build: these few classes go on the class path
 * before its jar, so that both sides are measured by the same ones.
 */
package org.portbench.harness.probe;
