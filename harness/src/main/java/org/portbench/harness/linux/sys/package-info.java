/**
 * Linux as a program without a C compiler sees it: system calls by number, the structures that they
 * take, and what owns what they return.
 */
package org.portbench.harness.linux.sys;
