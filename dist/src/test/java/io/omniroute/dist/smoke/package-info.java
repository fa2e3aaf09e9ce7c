/** Whether the packaged gateway starts, says what is wrong, and stops. */
@NullMarked
package io.omniroute.dist.smoke;

import org.jspecify.annotations.NullMarked;
