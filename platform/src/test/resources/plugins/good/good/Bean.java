package good;

public record Bean(String version) {}
