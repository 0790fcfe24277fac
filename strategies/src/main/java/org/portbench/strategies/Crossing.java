package org.portbench.strategies;

import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;

/**
 * One boundary in one direction. For a release the receiver is whoever gives the payload back.
 *
 * @param sender who sends, in whose context send runs
 * @param receiver who receives, in whose context receive and release run
 */
public record Crossing(Kernel kernel, Domain sender, Domain receiver) {}
