/**
 * The kernel that all strategies share: tasks, and the primitives that do work and charge for it.
 */
package org.portbench.strategies.kernel;
