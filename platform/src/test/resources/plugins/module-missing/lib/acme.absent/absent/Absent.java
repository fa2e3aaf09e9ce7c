package absent;

public final class Absent {}
