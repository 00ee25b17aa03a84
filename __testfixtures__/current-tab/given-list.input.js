chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    if (tabs.length > 0) chrome.tabs.reload(tabs[0].id);
  });
});
chrome.action.onClicked.addListener(async () => {
  const tabs = await chrome.tabs.query({ active: true, currentWindow: true });
  tabs.forEach((tab) => chrome.tabs.reload(tab.id));
});
chrome.action.onClicked.addListener(async () => {
  const [tab = {}] = await chrome.tabs.query({ active: true, currentWindow: true });
  console.log(tab.id);
});
chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    tabs[0] = null;
  });
});
chrome.action.onClicked.addListener(() => chrome.tabs.query({ active: true, currentWindow: true }, show));
chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.tabs.reload(tab.id));
});

function show(tabs) {
  console.log(tabs);
}
