const seen = [];

chrome.runtime.onMessage.addListener((message) => {
  if (message.type !== 'later') return;
  seen.push(message);
  setTimeout(() => console.log(message.details), 60 * 1000);
});

chrome.tabs.onRemoved.addListener(() => {
  for (const message of seen) message.details.closed = true;
});
