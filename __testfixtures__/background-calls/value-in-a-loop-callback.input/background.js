function isOn(id) {
  return id > 1;
}
