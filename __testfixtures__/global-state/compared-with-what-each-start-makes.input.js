let last = null;

function start(options) {
  chrome.tabs.onCreated.addListener(() => {
    if (options === last) chrome.tts.stop();
    last = options;
  });
}

start({ rate: 1 });
