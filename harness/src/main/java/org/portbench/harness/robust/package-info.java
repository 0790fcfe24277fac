/**
 * Which claims survive that estimates are wrong: each is halved and doubled, and claims judged
 * again.
 */
package org.portbench.harness.robust;
