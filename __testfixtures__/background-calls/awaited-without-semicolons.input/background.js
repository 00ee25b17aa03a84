var items = 3;
function getText() {
  return 'a,b' + items;
}
