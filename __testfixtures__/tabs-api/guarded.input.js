if (chrome.tabs.getSelected) {
  chrome.tabs.getSelected(null, (tab) => console.log(tab));
}
