importScripts("feeds.js", "background.js");
