let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});

function refresh(changes) {
  for (const key in changes) console.log(key);
}

chrome.storage.onChanged.addListener(refresh);
chrome.commands.onCommand.addListener((command) => refresh({ [command + count]: true }));
