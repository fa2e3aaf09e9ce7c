module fixture.system.exit {
  requires io.omniroute.api;

  provides io.omniroute.api.scoring.Scorer with
      broken.Thing;
}
