const isManifestV2 = Boolean(chrome.runtime) && !!chrome.browserAction;
if (isManifestV2) console.log("old");
