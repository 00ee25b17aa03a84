let playing = false;

function play() {
  if (playing) return;
  playing = true;
}

function stop() {
  playing = false;
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'play') play();
  if (message === 'stop') stop();
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `playing: ${playing}` });
});
