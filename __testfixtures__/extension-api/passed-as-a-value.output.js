const urls = ["a.png", "b.png"].map(chrome.runtime.getURL);
const toUrl = chrome.runtime.getURL.bind(chrome.runtime);
const connect = promisify(chrome["runtime"].sendMessage);
if (chrome.extension && chrome.runtime.getURL) urls.push(toUrl("c.png"));
function promisify(fn) {
  return (...args) => new Promise((resolve) => fn(...args, resolve));
}
connect({ urls });
