const get = self.fetch.bind(self);
setTimeout.call(self, () => get('https://example.com/'), 100);
Object.assign(self, { start, end() {} });
Object.assign(self, { state: {} }).state.begun = true;
Object.defineProperty(self, 'version', { value: 3 });
Object.defineProperties(self, { major: { value: 3 }, 'minor': { value: 0 } });

function start() {
  if (this === self || self == null) console.log('called as a function');
}
