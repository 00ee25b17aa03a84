function getSize() {
  return 1;
}
function setSize(size) {}
