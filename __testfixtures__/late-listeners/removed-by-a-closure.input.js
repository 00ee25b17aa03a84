function waitForAnswer(tabId) {
  return new Promise((resolve) => {
    const onMessage = (message, sender) => {
      if (sender.tab?.id !== tabId) return;
      stop();
      resolve(message);
    };
    const stop = () => chrome.runtime.onMessage.removeListener(onMessage);
    chrome.runtime.onMessage.addListener(onMessage);
    setTimeout(stop, 5000);
  });
}

chrome.action?.onClicked.addListener(async (tab) => {
  await waitForAnswer(tab.id);
});
