const env = { isFirefox: !!window.browser && window.browser.runtime.getURL('').startsWith('moz-'), isChrome: typeof browser === 'undefined' || !browser.runtime.getURL('').startsWith('moz-') };
function isGecko() {
  return typeof browser === 'object' && env.isFirefox;
}
const inFirefox = () => Boolean(window.browser) && window.browser.runtime.getURL('').startsWith('moz-');
let isChromium;
isChromium = (window.browser === undefined || !window.browser.runtime.getURL('').startsWith('moz-')) && !isGecko();
const name = typeof browser != 'undefined' && browser.runtime.getURL('').startsWith('moz-') ? 'firefox' : 'chrome';
console.log(inFirefox, isChromium, name);
