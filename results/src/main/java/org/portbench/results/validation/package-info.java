/**
 * How far the model is from what has been published: targets, what became of them, their errors.
 */
package org.portbench.results.validation;
