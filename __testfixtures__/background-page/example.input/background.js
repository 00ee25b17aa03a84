var enabled = true;
function toggle() {
  enabled = !enabled;
}
