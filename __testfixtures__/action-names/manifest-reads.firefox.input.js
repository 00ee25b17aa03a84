const manifest = browser.runtime.getManifest();
console.log(manifest.browser_action.default_popup, manifest["browser_action"], manifest.page_action);
console.log(browser.runtime.getManifest().browser_action?.default_title);
const { browser_action: button, version } = manifest;
browser.commands.reset('_execute_browser_action');
browser.commands.update({ name: `_execute_browser_action`, shortcut: button.shortcut + version });
browser.commands.reset('_execute_page_action');
