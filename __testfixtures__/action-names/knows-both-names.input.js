const open = chrome.action ? "_execute_action" : "_execute_browser_action";
const moved = { _execute_browser_action: open };
const manifest = chrome.runtime.getManifest();
const { default_title: title } = manifest.action || manifest.browser_action;
console.log(moved, title);
