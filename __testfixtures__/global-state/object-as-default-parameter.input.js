let playing = new Set();
let silent = new Set();
let resumed = null;

function broadcast(message, tabs = playing) {
  tabs.forEach((id) => {
    if (id !== resumed) chrome.tabs.sendMessage(id, message);
  });
  if (tabs === playing) broadcast(message, silent);
}

function note(id, into = playing) {
  into.add(id);
}

function next() {
  const tabs = silent.size > 0 ? silent : playing;
  const others = Array.from(tabs).filter((id) => id !== resumed);
  return others.length > 0 ? others.pop() : null;
}

chrome.tabs.onUpdated.addListener((tabId, { audible }) => {
  if (audible === undefined) return;
  if (audible) note(tabId);
  else note(tabId, silent);
});

chrome.commands.onCommand.addListener((command) => {
  if (command === 'pause') broadcast('pause');
  if (command === 'resume') resumed = next();
});
