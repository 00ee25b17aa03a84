var seen = new Map();
function getSeen() {
  return seen;
}
