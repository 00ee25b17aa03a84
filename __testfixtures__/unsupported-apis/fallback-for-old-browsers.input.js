if (!chrome.cookies) {
  chrome.cookies = chrome.experimental.cookies;
}

const idle = !chrome.idle && chrome.experimental.idle;

// Nobody has this one: the fallback runs.
if (!chrome.teleport) {
  chrome.experimental.teleport.start();
}
