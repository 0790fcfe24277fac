/** What things cost: primitives in units of work, machine profiles that price them, a meter. */
package org.portbench.hardware.cost;
