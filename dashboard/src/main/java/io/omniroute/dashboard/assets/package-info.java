/**
 * The files a page needs beside itself: one style sheet, two scripts, one sprite of icons. They are
 * served with their hash in the name and may be cached for ever.
 */
@NullMarked
package io.omniroute.dashboard.assets;

import org.jspecify.annotations.NullMarked;
