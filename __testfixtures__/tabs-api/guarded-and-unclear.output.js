if (chrome.tabs.getSelected) {
  chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => console.log(tab));
  chrome.tabs.getSelected(null, console.log.bind(console));
}
