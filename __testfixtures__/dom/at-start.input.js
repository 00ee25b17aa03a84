const parser = new DOMParser();
const width = window.innerWidth;

init();

function init() {
  document.title = 'background';
}

try {
  matchMedia('(prefers-color-scheme: dark)');
} catch {
  // no media queries here
}
