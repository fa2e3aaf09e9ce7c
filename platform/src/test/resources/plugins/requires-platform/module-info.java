module fixture.requires.platform {
  requires io.omniroute.api;
  requires io.omniroute.platform;

  provides io.omniroute.api.scoring.Scorer with
      broken.Thing;
}
