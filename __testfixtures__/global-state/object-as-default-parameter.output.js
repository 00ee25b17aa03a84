let playing = new Set();
let silent = new Set();
let resumed = null;
const stateRestored = chrome.storage.session.get({ playing: [...playing], silent: [...silent], resumed: { value: resumed } }).then((saved) => {
  playing = new Set(saved.playing);
  silent = new Set(saved.silent);
  resumed = saved.resumed.value;
}).catch(console.error);

function broadcast(message, tabs = playing) {
  tabs.forEach((id) => {
    if (id !== resumed) chrome.tabs.sendMessage(id, message);
  });
  if (tabs === playing) broadcast(message, silent);
}

function note(id, into = playing) {
  into.add(id);
  chrome.storage.session.set({ playing: [...playing], silent: [...silent] });
}

function next() {
  const tabs = silent.size > 0 ? silent : playing;
  const others = Array.from(tabs).filter((id) => id !== resumed);
  return others.length > 0 ? others.pop() : null;
}

chrome.tabs.onUpdated.addListener(async (tabId, { audible }) => {
  if (audible === undefined) return;
  await stateRestored;
  if (audible) note(tabId);
  else note(tabId, silent);
});

chrome.commands.onCommand.addListener(async (command) => {
  await stateRestored;
  if (command === 'pause') broadcast('pause');
  if (command === 'resume') {
    resumed = next();
    chrome.storage.session.set({ resumed: { value: resumed } });
  }
});
