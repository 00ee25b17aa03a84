chrome.action.onClicked.addListener(toggle);

function toggle(tab) {
  chrome.tabs.update(tab.id, { muted: true });
}

chrome.commands.onCommand.addListener(async () => {
  const [tab] = await chrome.tabs.query({ currentWindow: true, active: true });
  chrome.tabs.remove(tab.id);
});

chrome.webNavigation.onCompleted.addListener(() => {
  chrome.tabs.getSelected(null, (tab) => console.log(tab.url));
});

chrome.runtime.onMessage.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => console.log(tab.url));
});
