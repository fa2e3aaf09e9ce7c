module fixture.module.missing {
  requires io.omniroute.api;
  requires acme.absent;

  provides io.omniroute.api.scoring.Scorer with
      broken.Thing;
}
