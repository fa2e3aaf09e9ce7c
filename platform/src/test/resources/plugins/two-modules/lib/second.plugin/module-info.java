module second.plugin {
  requires io.omniroute.api;

  provides io.omniroute.api.scoring.Scorer with
      second.Other;
}
