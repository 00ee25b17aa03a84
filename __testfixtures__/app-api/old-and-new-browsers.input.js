const manifest = chrome.runtime.getManifest ? chrome.runtime.getManifest() : chrome.app.getDetails();
console.log(manifest.version);
