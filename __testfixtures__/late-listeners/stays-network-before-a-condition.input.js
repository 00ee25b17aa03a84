async function init() {
  const answer = await fetch('https://rules.example/list.json');
  if (answer.ok) {
    chrome.tabs.onCreated.addListener((tab) => {
      chrome.storage.local.set({ url: tab.url });
    });
  }
}

init();
