const { sidePanel, tts: voice } = chrome;
chrome.action.onClicked.addListener(({ id }) => {
  sidePanel.open({ tabId: id });
  voice.speak("hello");
  new chrome.declarativeContent.PageStateMatcher({});
});
const tabs = chrome.tabs;
tabs.hide(1);
