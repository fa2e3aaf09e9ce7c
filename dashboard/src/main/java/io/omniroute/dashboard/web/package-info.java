/**
 * What all pages share: what a template knows of its page, rendering with the security headers,
 * tokens against forged forms, messages that survive a redirect, error pages.
 */
@NullMarked
package io.omniroute.dashboard.web;

import org.jspecify.annotations.NullMarked;
