/**
 * The whole product as its users have it: the unpacked zip, plugins as jars, upstreams on real
 * sockets, official clients.
 */
package io.omniroute.dist.product;
