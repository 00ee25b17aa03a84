function show(id) {
  document.getElementById(id).hidden = false;
}

function theme() {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
