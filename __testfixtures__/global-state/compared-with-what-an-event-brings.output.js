let lastUtterance = '';
let lastTab = null;
const stateRestored = chrome.storage.session.get({ lastUtterance, lastTab }).then((saved) => {
  lastUtterance = saved.lastUtterance;
  lastTab = saved.lastTab;
}).catch(console.error);

function speak(utterance) {
  if (utterance == lastUtterance) {
    chrome.tts.stop();
    return;
  }
  lastUtterance = utterance;
  chrome.storage.session.set({ lastUtterance });
  chrome.tts.speak(utterance);
}

chrome.runtime.onMessage.addListener((request) => {
  if (request.speak) {
    stateRestored.then(() => {
      speak(request.speak);
    });
  }
});
chrome.tabs.onActivated.addListener(async (info) => {
  await stateRestored;
  if (info === lastTab) return;
  lastTab = info;
  chrome.storage.session.set({ lastTab });
  chrome.browserAction.setTitle({ title: String(lastTab.tabId) });
});
