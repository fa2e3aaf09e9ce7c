/**
 * The rules of the house that a compiler cannot check, over the classes and sources of all modules.
 */
@NullMarked
package io.omniroute.dist.architecture;

import org.jspecify.annotations.NullMarked;
