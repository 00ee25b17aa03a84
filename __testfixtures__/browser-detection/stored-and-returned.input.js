const env = { isFirefox: !!window.browser, isChrome: typeof browser === 'undefined' };
function isGecko() {
  return typeof browser === 'object' && env.isFirefox;
}
const inFirefox = () => Boolean(window.browser);
let isChromium;
isChromium = window.browser === undefined && !isGecko();
const name = typeof browser != 'undefined' ? 'firefox' : 'chrome';
console.log(inFirefox, isChromium, name);
