const get = window.fetch.bind(window);
queueMicrotask.call(window, () => get('https://example.com/'));
Object.assign(window, { start, end() {} });
Object.defineProperty(window, 'version', { value: 3 });
Object.defineProperties(window, { major: { value: 3 }, 'minor': { value: 0 } });

function start() {
  if (this === window || window == null) console.log('called as a function');
  if (!window || (self && window)) return;
}
