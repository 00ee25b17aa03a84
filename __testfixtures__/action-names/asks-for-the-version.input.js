const { manifest_version, browser_action } = chrome.runtime.getManifest();
console.log(manifest_version, browser_action);
