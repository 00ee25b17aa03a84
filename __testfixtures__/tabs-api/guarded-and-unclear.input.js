if (chrome.tabs.getSelected) {
  chrome.tabs.getSelected(null, (tab) => console.log(tab));
  chrome.tabs.getSelected(null, console.log.bind(console));
}
