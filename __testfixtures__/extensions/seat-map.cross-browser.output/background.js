const seats = new Seats();
const stateRestored = chrome.storage.session.get({ taken: [...seats.taken], isOpen: seats.isOpen, visited: seats.visited }).then((saved) => {
  seats.taken = new Map(saved.taken);
  seats.isOpen = saved.isOpen;
  seats.visited = saved.visited.map((value) => value ?? undefined);
}).catch(console.error);
const settingsLoaded = seats.load().catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'open':
      settingsLoaded.then(async () => {
        await stateRestored;
        seats.open();
        sendResponse('open');
      });
      return true;
    case 'close':
      settingsLoaded.then(async () => {
        await stateRestored;
        seats.close();
        sendResponse('closed');
      });
      return true;
    case 'take':
      settingsLoaded.then(async () => {
        await stateRestored;
        sendResponse(seats.take(String(message.name)));
      });
      return true;
    case 'leave':
      settingsLoaded.then(async () => {
        await stateRestored;
        sendResponse(seats.leave(message.row));
      });
      return true;
    case 'who':
      settingsLoaded.then(async () => {
        await stateRestored;
        sendResponse([...seats.taken].map(([row, name]) => `${row} ${name}`));
      });
      return true;
  }
});

chrome.tabs.onUpdated.addListener(async (tabId, { status }, { url }) => {
  await settingsLoaded;
  await stateRestored;
  if (status === 'complete' && url.startsWith('http')) seats.visit(url);
});

chrome.action.onClicked.addListener(async () => {
  await settingsLoaded;
  await stateRestored;
  chrome.action.setTitle({ title: `${seats.taken.size} of ${seats.rows}` });
});
