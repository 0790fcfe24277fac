/** The extension point: how data crosses from one protection domain to the next. */
package org.portbench.strategies;
