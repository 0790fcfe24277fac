/**
 * The ways of passing a request's data between processes, one file for each: in it stands what a
 * client, a layer and a driver do per request, system call by system call.
 */
package org.portbench.harness.linux.way;
