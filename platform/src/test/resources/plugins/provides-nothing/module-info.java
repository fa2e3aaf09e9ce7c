module fixture.provides.nothing {
  requires io.omniroute.api;
}
