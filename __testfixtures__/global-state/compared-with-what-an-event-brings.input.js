let lastUtterance = '';
let lastTab = null;

function speak(utterance) {
  if (utterance == lastUtterance) {
    chrome.tts.stop();
    return;
  }
  lastUtterance = utterance;
  chrome.tts.speak(utterance);
}

chrome.runtime.onMessage.addListener((request) => {
  if (request.speak) speak(request.speak);
});
chrome.tabs.onActivated.addListener((info) => {
  if (info === lastTab) return;
  lastTab = info;
  chrome.browserAction.setTitle({ title: String(lastTab.tabId) });
});
