module fixture.words2 {
  requires io.omniroute.api;
  requires acme.words;

  provides io.omniroute.api.scoring.Scorer with
      good.Speaker;
}
