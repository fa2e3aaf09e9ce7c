/**
 * The benchmark harness: an instant upstream, a load generator that checks every answer, CPU
 * accounting from {@code /proc}, and a runner that interleaves direct, nginx and gateway rounds.
 * Plain JDK, Linux only, loopback only. It knows nothing of the gateway's classes: it speaks HTTP
 * to it and reads the same process files for it as for nginx.
 */
package io.omniroute.bench;
