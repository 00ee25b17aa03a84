chrome.commands.getAll((commands) => {
  const open = commands.find(({ name }) => name === "_execute_browser_action");
  console.log(open.shortcut);
});
const { browser_action } = chrome.runtime.getManifest();
chrome.action.setTitle({ title: browser_action.default_title });
