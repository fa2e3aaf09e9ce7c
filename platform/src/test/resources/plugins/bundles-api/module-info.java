module fixture.bundles.api {
  requires io.omniroute.api;

  provides io.omniroute.api.scoring.Scorer with
      broken.Thing;
}
