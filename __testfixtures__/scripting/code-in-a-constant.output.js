// Reads the page.
const read =
  function () {
    return document.body.innerText;
  };
const count = () => document.images.length;

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: read
  }, ([{ result: text }]) => console.log(text));
  chrome.scripting.executeScript({
    target: { tabId: tab.id, allFrames: true },
    func: count
  }, (counts) => {
    console.log(counts.length, counts[0].result);
  });
});

chrome.commands.onCommand.addListener((command, tab) => {
  chrome.scripting.executeScript({ target: { tabId: tab.id }, func: count });
});
