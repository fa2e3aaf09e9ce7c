package io.omniroute.dashboard.assets;

/**
 * One file as it is served.
 *
 * @param name its name with its hash, such as {@code app.1a2b3c4d5e6f.css}
 * @param contentType its media type
 * @param plain its bytes
 * @param compressed the same, gzip
 */
record Asset(String name, String contentType, byte[] plain, byte[] compressed) {}
