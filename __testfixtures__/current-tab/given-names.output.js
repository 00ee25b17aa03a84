chrome.action.onClicked.addListener(async (clicked) => {
  chrome.runtime.sendMessage({ tab: clicked, id: clicked.id });
  ['a'].forEach((clicked) => console.log(clicked));
});
chrome.action.onClicked.addListener(async (clicked) => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  ['a'].forEach((clicked) => console.log(clicked, tab));
});
chrome.action.onClicked.addListener(async (tab) => {
  console.log(tab.id, tab.url);
});
chrome.action.onClicked.addListener(openPopup);

function openPopup(tab) {
  if (!enabled) {
    const { id, index } = tab;
    chrome.tabs.create({ url: `popup.html?tab=${id}`, index: index + 1 });
  }
}
