function debounce(fn, delay) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), delay);
  };
}

function memoize(fn) {
  const known = {};
  return (key) => {
    if (!(key in known)) known[key] = fn(key);
    return known[key];
  };
}

function ask(url) {
  let tries = 0;
  const again = () => fetch(url).catch(() => {
    if (++tries < 3) setTimeout(again, 1000);
  });
  again();
}

const square = memoize((n) => n * n);
const cube = memoize((n) => n ** 3);
chrome.tabs.onUpdated.addListener(debounce((tabId) => console.log("updated", tabId), 300));
chrome.tabs.onMoved.addListener(debounce((tabId) => console.log("moved", tabId), 100));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse([square(message), cube(message)]);
});
ask("https://one.example/");
ask("https://two.example/");
