/**
 * Keeps a run on disk, cell by cell while it goes on and whole once it is done, and reads it back.
 */
package org.portbench.results.store;
