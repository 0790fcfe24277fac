/** What runs in each process of a stack: a client, a layer or a driver, and what it is told. */
package org.portbench.harness.linux.domain;
