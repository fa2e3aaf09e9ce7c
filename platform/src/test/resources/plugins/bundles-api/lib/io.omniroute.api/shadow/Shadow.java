package shadow;

public final class Shadow {}
