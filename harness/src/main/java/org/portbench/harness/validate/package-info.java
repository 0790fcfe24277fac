/** Published figures, described in files, held against what the model says. */
package org.portbench.harness.validate;
