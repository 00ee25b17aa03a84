report(chrome.runtime.getManifest());
function report({ id, version }) { console.log(id, version); }
