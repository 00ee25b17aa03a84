importScripts("lib/a.js", "js/background.js");
