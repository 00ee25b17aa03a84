let session = null;

function begin() {
  if (session) return session;
  session = { pages: 0 };
  return session;
}

chrome.commands.onCommand.addListener((command) => {
  if (command === 'start') begin();
  else session = null;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(session !== null);
});
