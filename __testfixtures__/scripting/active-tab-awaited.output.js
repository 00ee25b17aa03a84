browser.runtime.onMessage.addListener(async (message) => {
  if (message !== "title") return;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  await browser.scripting.insertCSS({
    target: { tabId: tab.id },
    files: ["content.css"]
  });
  const [{ result: title }] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.title
  });
  return title;
});
