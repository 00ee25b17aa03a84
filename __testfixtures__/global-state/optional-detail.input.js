let lastWindow = 0;

chrome.tabs.onActivated.addListener(() => {
  console.log(lastWindow);
  chrome.tabs.query({ active: true }, (tabs) => {
    lastWindow = tabs[0]?.windowId;
  });
});
