function canSetShortcuts() {
  const api = globalThis.browser ?? globalThis.chrome;
  return typeof api?.commands?.update === "function";
}

chrome.runtime.onMessage.addListener(({ name, shortcut }) => {
  if (canSetShortcuts()) browser.commands.update({ name, shortcut });
});
