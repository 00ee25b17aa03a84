chrome.action.onClicked.addListener(async () => {
  for (let step = 0; step < 5; step += 1) {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.tabs.sendMessage(tab.id, step);
  }
});
chrome.action.onClicked.addListener(async () => {
  for await (const step of steps()) console.log(step);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  chrome.tabs.reload(tab.id);
});
chrome.action.onClicked.addListener(async () => {
  chrome.runtime.openOptionsPage();
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  chrome.tabs.reload(tab.id);
});

async function* steps() {
  yield 1;
}
