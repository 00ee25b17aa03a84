for (const view of browser.extension.getExtensionTabs()) view.location.reload();
