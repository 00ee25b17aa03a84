var opened = 0;

function count() {
  opened++;
  return opened;
}
