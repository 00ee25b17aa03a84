let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});

function refresh(changes, mode) {
  for (const key in changes) console.log(key, mode);
}

chrome.storage.onChanged.addListener(refresh);
chrome.commands.onCommand.addListener((command) => refresh({ command }, 'session'));
