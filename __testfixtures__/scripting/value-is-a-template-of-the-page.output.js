chrome.runtime.onMessage.addListener(({ value }, { tab }) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (value) => `${value}`,
    args: [String(value)]
  }, ([{ result: text }]) => console.log(text));
});
