/** The provider Acme: an OpenAI-like host that wants requests signed and has errors of its own. */
@NullMarked
package com.example.acme;

import org.jspecify.annotations.NullMarked;
