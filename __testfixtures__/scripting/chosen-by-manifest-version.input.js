const isV3 = chrome.runtime.getManifest().manifest_version === 3;

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.runtime.getManifest().manifest_version === 3
    ? chrome.scripting.insertCSS({ target: { tabId }, css: 'a {}' })
    : chrome.tabs.insertCSS(tabId, { code: 'a {}' });
  console.log(isV3);
});
