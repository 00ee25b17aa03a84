const isDevelopment = !('update_url' in browser.runtime.getManifest());
console.log(isDevelopment);
