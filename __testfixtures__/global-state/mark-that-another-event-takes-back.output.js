let playing = false;
const stateRestored = chrome.storage.session.get({ playing }).then((saved) => {
  playing = saved.playing;
}).catch(console.error);

function play() {
  if (playing) return;
  playing = true;
  chrome.storage.session.set({ playing });
}

function stop() {
  playing = false;
  chrome.storage.session.set({ playing });
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'play') {
    stateRestored.then(() => {
      play();
    });
  }
  if (message === 'stop') {
    stateRestored.then(() => {
      stop();
    });
  }
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: `playing: ${playing}` });
});
