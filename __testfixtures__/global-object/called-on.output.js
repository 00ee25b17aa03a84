const get = self.fetch.bind(self);
queueMicrotask.call(self, () => get('https://example.com/'));
Object.assign(self, { start, end() {} });
Object.defineProperty(self, 'version', { value: 3 });
Object.defineProperties(self, { major: { value: 3 }, 'minor': { value: 0 } });

function start() {
  if (this === self || self == null) console.log('called as a function');
  if (!self || (self && self)) return;
}
