const get = window.fetch.bind(window);
setTimeout.call(window, () => get('https://example.com/'), 100);
Object.assign(window, { start, end() {} });
Object.assign(window, { state: {} }).state.begun = true;
Object.defineProperty(window, 'version', { value: 3 });
Object.defineProperties(window, { major: { value: 3 }, 'minor': { value: 0 } });

function start() {
  if (this === window || window == null) console.log('called as a function');
}
