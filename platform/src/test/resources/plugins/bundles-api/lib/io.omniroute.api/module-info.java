module io.omniroute.api {
  exports shadow;
}
