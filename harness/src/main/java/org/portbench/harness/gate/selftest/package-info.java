/** Whether the gate would fail where it must, and only there. */
package org.portbench.harness.gate.selftest;
