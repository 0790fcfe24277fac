package org.portbench.harness.path;

import org.portbench.strategies.kernel.Domain;

/**
 * A place on the path: a stage in a domain.
 *
 * @param thread runs it; for the kernel, the thread of the last task above
 */
public record Station(String name, Stage stage, Domain domain, DomainThread thread) {}
