module fixture.no.module {
  requires io.omniroute.api;

  provides io.omniroute.api.scoring.Scorer with
      broken.Thing;
}
