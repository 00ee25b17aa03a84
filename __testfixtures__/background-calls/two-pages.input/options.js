document.onclick = () => {
  chrome.extension.getBackgroundPage().setMode('light');
};
