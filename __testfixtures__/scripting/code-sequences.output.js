chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => ((first()), (second()))
  }, (results) => console.log(results?.map(({ result }) => result)));
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => (first(), second())
  }, (results) => console.log(results?.map(({ result }) => result)));
});
