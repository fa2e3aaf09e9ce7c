module acme.words {
  exports words;
}
