let loading = 0;

function badge() {
  chrome.browserAction.setBadgeText({ text: loading > 0 ? '…' : '' });
}

chrome.tabs.onCreated.addListener((tab) => {
  loading++;
  badge();
  fetch(`https://example.com/${tab.id}`).then(
    () => {
      loading--;
      badge();
    },
    () => {
      loading -= 1;
      badge();
    },
  );
});
