const promised = promisify(chrome);
for (const name in chrome) console.log(name);
console.log(Object.keys(chrome));
function api() {
  return chrome;
}
const other = () => window.browser;
new Proxy(chrome, {}), api(), other(), promised;
function promisify(object) { return object; }
