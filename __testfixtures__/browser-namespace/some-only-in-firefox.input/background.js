function canSetShortcuts() {
  const api = globalThis.browser ?? globalThis.chrome;
  return typeof api?.commands?.update === "function";
}

chrome.runtime.onMessage.addListener(async ({ name, shortcut }) => {
  if (canSetShortcuts()) browser.commands.update({ name, shortcut });
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  console.log(tab.title);
});
