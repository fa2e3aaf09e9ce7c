package broken;

final class Missing {
  void help() {}
}
