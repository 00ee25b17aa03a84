var clicks = 0;
function count() {
  clicks++;
  return false;
}
