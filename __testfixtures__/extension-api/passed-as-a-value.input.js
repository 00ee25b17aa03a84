const urls = ["a.png", "b.png"].map(chrome.extension.getURL);
const toUrl = chrome.extension.getURL.bind(chrome.extension);
const connect = promisify(chrome["extension"].sendMessage);
if (chrome.extension && chrome.extension.getURL) urls.push(toUrl("c.png"));
function promisify(fn) {
  return (...args) => new Promise((resolve) => fn(...args, resolve));
}
connect({ urls });
