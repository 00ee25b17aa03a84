let count = 0;

function showCount() {
  chrome.action.setBadgeText({ text: String(count) });
}

showCount();

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});
