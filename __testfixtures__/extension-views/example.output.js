chrome.runtime.onMessage.addListener(() => {
  notify();
});

async function notify() {
  const isOpen = (await chrome.runtime.getContexts({ contextTypes: ["POPUP"] })).length > 0;
  if (!isOpen) await chrome.notifications.create({ type: "basic", iconUrl: "icon.png", title: "News", message: "" });
}
