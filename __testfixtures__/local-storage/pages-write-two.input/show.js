export function show(mode) {
  document.body.className = mode;
}
