module fixture.odd.version {
  requires io.omniroute.api;

  provides io.omniroute.api.scoring.Scorer with
      broken.Thing;
}
