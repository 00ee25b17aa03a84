var mode;
function setMode(value) {
  this.mode = value;
}
