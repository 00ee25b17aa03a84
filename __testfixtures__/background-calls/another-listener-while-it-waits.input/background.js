var on = true;
function isOn() {
  return on;
}
function switchOff() {
  on = false;
}
