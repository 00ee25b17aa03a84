let muted = false;
let watchers = [];

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'mute':
      muted = true;
      break;
    case 'unmute':
      muted = false;
      break;
    case 'watch':
      watchers.push(() => message.name);
      break;
    case 'say':
      if (!muted) console.log(message.text);
      break;
    case 'names':
      sendResponse(watchers.map((watcher) => watcher()));
      break;
  }
});
