const seats = new Seats();
seats.load();

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'open':
      seats.open();
      sendResponse('open');
      break;
    case 'close':
      seats.close();
      sendResponse('closed');
      break;
    case 'take':
      sendResponse(seats.take(String(message.name)));
      break;
    case 'leave':
      sendResponse(seats.leave(message.row));
      break;
    case 'who':
      sendResponse([...seats.taken].map(([row, name]) => `${row} ${name}`));
      break;
  }
});

chrome.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status === 'complete' && url.startsWith('http')) seats.visit(url);
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${seats.taken.size} of ${seats.rows}` });
});
