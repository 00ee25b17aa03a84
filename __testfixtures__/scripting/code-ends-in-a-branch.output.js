chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      if (window.ready) return "yes"; else return "no";
    }
  }, ([{ result: answer }]) => console.log(answer));
});
