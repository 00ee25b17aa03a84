chrome.action.onClicked.addListener(async (clicked) => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  chrome.runtime.sendMessage({ tab, id: tab.id });
  ['a'].forEach((clicked) => console.log(clicked));
});
chrome.action.onClicked.addListener(async (clicked) => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  ['a'].forEach((clicked) => console.log(clicked, tab));
});
chrome.action.onClicked.addListener(async () => {
  const tabs = await chrome.tabs.query({ active: true, currentWindow: true });
  console.log(tabs[0].id, tabs[0].url);
});
chrome.action.onClicked.addListener(openPopup);

function openPopup() {
  if (!enabled) {
    chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
      const { id, index } = tabs[0];
      chrome.tabs.create({ url: `popup.html?tab=${id}`, index: index + 1 });
    });
  }
}
