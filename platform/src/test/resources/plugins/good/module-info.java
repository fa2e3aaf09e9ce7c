module fixture.good {
  requires io.omniroute.api;
  requires com.fasterxml.jackson.databind;

  opens good to
      com.fasterxml.jackson.databind;

  provides io.omniroute.api.scoring.Scorer with
      good.Counter;
}
