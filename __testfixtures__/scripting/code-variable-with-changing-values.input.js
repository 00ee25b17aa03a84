let color = 'red';
const paint = `document.body.style.color = "${color}"`;
const log = 'console.log("x")';
let code = 'document.title';
code += '.length';

chrome.browserAction.onClicked.addListener((tab) => {
  color = 'blue';
  chrome.tabs.executeScript(tab.id, { code: paint });
  console.log(log);
  chrome.tabs.executeScript(tab.id, { code: log });
  chrome.tabs.executeScript(tab.id, { code });
});
