const manifest = browser.runtime.getManifest();
console.log(manifest.action.default_popup, manifest["action"], manifest.page_action);
console.log(browser.runtime.getManifest().action?.default_title);
const { browser_action: button, version } = manifest;
browser.commands.reset('_execute_action');
browser.commands.update({ name: `_execute_action`, shortcut: button.shortcut + version });
browser.commands.reset('_execute_page_action');
