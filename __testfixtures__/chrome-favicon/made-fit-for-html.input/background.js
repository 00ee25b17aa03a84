const escapeHtml = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
function row(tab) {
  return `<img src="chrome://favicon/size/16@1x/${escapeHtml(tab.url)}">${escapeHtml(tab.title)}`;
}
function icon(tab) {
  return '<img src="chrome://favicon/' + escapeHtml(tab.url) + '">';
}
chrome.tabs.onUpdated.addListener((id, change, tab) => {
  chrome.storage.local.set({ [id]: row(tab) + icon(tab) });
});
