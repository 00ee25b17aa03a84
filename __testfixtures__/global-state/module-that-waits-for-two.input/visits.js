const visited = new Set();
export function visit(id) {
  visited.add(id);
}
export function visitCount() {
  return visited.size;
}
