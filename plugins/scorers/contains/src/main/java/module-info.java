/** The scorer contains. */
module io.omniroute.plugin.scorer.contains {
  requires io.omniroute.api;
  requires static org.jspecify;

  provides io.omniroute.api.scoring.Scorer with
      io.omniroute.plugin.scorer.contains.Contains;
}
