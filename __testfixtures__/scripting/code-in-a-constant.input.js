// Reads the page.
const read =
  `(function () {
      return document.body.innerText;
    })();`;
const count = 'document.images.length';

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: read }, ([text]) => console.log(text));
  chrome.tabs.executeScript(tab.id, { code: count, allFrames: true }, (counts) => {
    console.log(counts.length, counts[0]);
  });
});

chrome.commands.onCommand.addListener((command, tab) => {
  chrome.tabs.executeScript(tab.id, { code: count });
});
