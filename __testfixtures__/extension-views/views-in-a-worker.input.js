chrome.browserAction.onClicked.addListener(() => {
  for (const view of chrome.extension.getViews()) view.update();
  if (chrome.extension.getViews({ type: "popup" }).length) console.log("open");
});
async function first() {
  return [chrome.extension.getViews({ type: "tab" })[0], chrome.extension.getViews({ type: "tab", windowId: 1 }).length];
}
first();
