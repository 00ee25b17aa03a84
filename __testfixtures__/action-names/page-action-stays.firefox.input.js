browser.commands.reset("_execute_page_action");
console.log(browser.runtime.getManifest().page_action);
