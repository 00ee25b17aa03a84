let locked = 0;

chrome.runtime.onMessage.addListener((message) => {
  switch (message.type) {
    case 'lock':
      if (locked > 2) return;
      locked++;
      break;
    case 'open':
      chrome.tabs.create({ url: message.url });
  }
  console.log(message.type);
});
