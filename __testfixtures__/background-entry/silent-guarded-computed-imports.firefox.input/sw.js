const files = ['a'];
if (typeof importScripts === 'function') {
  importScripts(...files.map((file) => `lib/${file}.js`));
}
