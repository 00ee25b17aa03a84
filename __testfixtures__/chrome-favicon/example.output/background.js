function icon(url) {
  return chrome.runtime.getURL("/_favicon/?pageUrl=" + encodeURIComponent(url) + "&size=16");
}
chrome.storage.local.set({ icon: icon("https://example.com/") });
