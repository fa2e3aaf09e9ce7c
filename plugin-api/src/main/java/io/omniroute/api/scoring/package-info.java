/** The service interface of eval scorers. */
@NullMarked
package io.omniroute.api.scoring;

import org.jspecify.annotations.NullMarked;
