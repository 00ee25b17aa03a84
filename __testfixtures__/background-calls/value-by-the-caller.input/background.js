function isOn() {
  return true;
}
