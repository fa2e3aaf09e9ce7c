package words;

public final class Words {
  private Words() {}

  public static String version() {
    return "1.0";
  }
}
