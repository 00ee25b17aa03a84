let notes = [];

async function load() {
  const data = await chrome.storage.local.get({ notes: [] });
  notes = data.notes;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'list') {
    notesLoaded.then(() => {
      return sendResponse(notes);
    });
    return true;
  }
  if (message.type === 'value') return notes.length;
  if (message.type === 'version') sendResponse(1);
});

const notesLoaded = load().catch(console.error);
