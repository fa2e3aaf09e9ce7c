module acme.absent {
  exports absent;
}
