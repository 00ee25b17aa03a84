function icon(url) {
  return "chrome://favicon/" + url;
}
chrome.storage.local.set({ icon: icon("https://example.com/") });
