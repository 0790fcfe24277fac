/** The rule, applied to noise that is known: how often it alarms falsely, and what it finds. */
package org.portbench.results.gate.replay;
