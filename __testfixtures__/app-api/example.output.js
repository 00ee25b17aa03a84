console.log(chrome.runtime.getManifest().version);
