function show(count) {
  chrome.browserAction.setBadgeText({ text: count === 0 ? "" : String(count) });
  if (count > 0) chrome.browserAction.setBadgeBackgroundColor({ color: count > 10 ? "red" : "green" });
}

function paint(on, name) {
  if (!on) return;
  chrome.browserAction.setTitle({ title: name });
}

function dim(off) {
  if (off) chrome.browserAction.setIcon({ path: "off.png" });
  else chrome.browserAction.setIcon({ path: "on.png" });
}

show(0);
paint(false, "none");
dim(true);

chrome.runtime.onMessage.addListener(({ count, name }) => {
  show(count);
  paint(true, name);
  dim(count === 0);
});
