let last = null;
const waiting = [];

function next() {
  return new Promise((resolve) => waiting.push(resolve));
}

chrome.tabs.onActivated.addListener(async () => {
  console.log(last);
  last = await next();
});
chrome.tabs.onCreated.addListener((tab) => waiting.forEach((resolve) => resolve(tab)));
