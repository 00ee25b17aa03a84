function getSizes() {
  return { width: 1, names: ['a', 'b'] };
}
