importScripts("store.js", "background.js");
