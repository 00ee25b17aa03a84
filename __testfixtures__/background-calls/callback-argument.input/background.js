function load(id, done) {
  done(id);
}
