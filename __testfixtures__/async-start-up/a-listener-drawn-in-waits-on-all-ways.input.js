let notes, labels, shown;
let lastLabel = 0;

chrome.storage.local.get({ notes: [], labels: [], shown: null }, (saved) => {
  notes = saved.notes;
  labels = saved.labels;
  shown = saved.shown;
  show();
  lastLabel = labels.reduce((last, label) => Math.max(last, label.id), 0);
});

function open(id) {
  const note = notes.find((one) => one.id === id);
  chrome.tabs.create({ url: note.url });
}

function clicked(info) {
  open(info.menuItemId);
}

function show() {
  chrome.contextMenus.removeAll();
  if (shown === null) shown = true;
  if (!shown) return;
  for (const { id, title, label } of notes) {
    const { name } = labels.find((one) => one.id === label);
    const item = { id, title: `${name}: ${title}`, onclick: clicked };
    chrome.contextMenus.create(item);
  }
}

chrome.storage.onChanged.addListener((changes) => {
  if (changes.shown) {
    shown = changes.shown.newValue;
    show();
  }
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const { data } = message;
  switch (message.type) {
    case 'open':
      open(message.id);
      return;
    case 'add-note':
      notes.push(data);
      chrome.storage.local.set({ notes }, () => {
        show();
        sendResponse(data.id);
      });
      return true;
    case 'add-label':
      data.id = ++lastLabel;
      labels.push(data);
      chrome.storage.local.set({ labels }, () => {
        sendResponse(data.id);
      });
      return true;
  }
});
