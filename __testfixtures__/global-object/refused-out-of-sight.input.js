start(window);
const all = { ...window, window };
const list = [window];
this.root = window;
console.log(Object.keys(window), String(window), all, list);
for (const name in window) console.log(name);

function start(root) {
  root.document.title = 'a';
}

function root() {
  return window;
}

const later = (scope = window) => scope.setTimeout(start, 5);
later();
