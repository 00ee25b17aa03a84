chrome.runtime.onBrowserUpdateAvailable.addListener(() => console.log('update'));
chrome.downloads.setShelfEnabled(false);
console.log(chrome.loadTimes().startLoadTime);
if (chrome.csi) console.log(chrome.csi());
