let panel = {};

fetch('https://panel.example/settings.json')
  .then((response) => response.json())
  .then((settings) => {
    panel = settings;
  });

chrome.action.onClicked.addListener((tab) => {
  if (panel.open) chrome.sidePanel.open({ windowId: tab.windowId });
});
