module fixture.wrong.api.range {
  requires io.omniroute.api;

  provides io.omniroute.api.scoring.Scorer with
      broken.Thing;
}
