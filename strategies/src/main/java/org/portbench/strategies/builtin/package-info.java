/** The strategies that portbench brings; none knows another. */
package org.portbench.strategies.builtin;
