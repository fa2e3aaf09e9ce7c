package io.omniroute.api.chat;

/**
 * A vendor's seal on thinking. It means something to that vendor's models alone and must come back
 * unchanged.
 *
 * @param vendor the family that signed, such as the id of its wire format
 * @param value the seal as it was sent
 */
public record Signature(String vendor, String value) {}
