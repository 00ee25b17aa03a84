if (chrome.tabs.query) {
  chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => console.log(tab));
}
