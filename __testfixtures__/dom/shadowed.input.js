function render(document, window) {
  window.title = document.title;
  return document.createElement('div');
}

const { parse } = ((location) => ({ parse: () => location.href }))({ href: '' });
const Image = class {};
new Image();

const settings = { document: 1, window: 2, open: () => 3, localStorage: 4 };
console.log(settings.document, settings.window, settings.open(), render, parse);

export const name = 'a';
console.log(name);
