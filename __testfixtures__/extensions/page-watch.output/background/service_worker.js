importScripts("../shared/store.js", "watch.js", "main.js");
