chrome.runtime.onMessage.addListener(() => {
  notify();
});

async function notify() {
  const isOpen = chrome.extension.getViews({ type: "popup" }).length > 0;
  if (!isOpen) await chrome.notifications.create({ type: "basic", iconUrl: "icon.png", title: "News", message: "" });
}
