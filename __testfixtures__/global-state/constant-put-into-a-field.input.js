const idle = { name: 'idle', since: 0 };
const player = { state: idle };

chrome.tabs.onCreated.addListener(() => {
  player.state.since++;
  if (player.state === idle) console.log('idle');
});
