let options = {};
chrome.storage.local.get(null, (items) => {
  options = items;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.name) {
    case 'save':
      console.log(options.folder);
      chrome.permissions.contains({ permissions: ['downloads'] }, (granted) => {
        if (granted) download(message.url);
        else ask(() => download(message.url));
      });
      break;
    case 'options':
      sendResponse(options);
      break;
  }
});

function download(url) {
  chrome.downloads.download({ url, filename: options.folder + '/page' });
}

function ask(then) {
  chrome.permissions.request({ permissions: ['downloads'] }, (granted) => {
    if (granted) then();
  });
}
