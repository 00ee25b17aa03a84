let paused = false;

chrome.action.onClicked.addListener(async () => {
  paused = true;
  const answer = await fetch('https://a.example/');
  if (!answer.ok) return;
  paused = false;
});

chrome.tabs.onCreated.addListener((tab) => {
  if (!paused) console.log(tab.id);
});
