var on = true;
function isOn() {
  return on;
}
