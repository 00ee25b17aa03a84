function read(chrome, name) {
  return chrome[name];
}
read({}, "x");
