if (chrome.sidePanel) chrome.sidePanel.open({ tabId: 1 });
chrome.offscreen?.closeDocument();
chrome.identity && chrome.identity.getAuthToken && chrome.identity.getAuthToken({}, console.log);
const isFirefox = chrome.runtime.getURL("").startsWith("moz-");
if (isFirefox) browser.sidebarAction.open();
if (!isFirefox) chrome.tts.speak("hello");
const isChrome = !isFirefox;
const speak = isChrome ? () => chrome.tts.speak("hello") : () => speechSynthesis.speak(new SpeechSynthesisUtterance("hello"));
if (typeof chrome.debugger !== "undefined") chrome.debugger.getTargets(speak);
function list() {
  if (!browser.contextualIdentities) return [];
  return browser.contextualIdentities.query({});
}
list();
