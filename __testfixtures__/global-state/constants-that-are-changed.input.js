const modes = { off: 'off', on: 'on' };

let mode = modes.off;

chrome.runtime.onMessage.addListener((message) => {
  modes[message.name] = message.handler ? () => message.handler : 'on';
  mode = modes.on;
});

chrome.browserAction.onClicked.addListener(() => {
  console.log(mode);
});
