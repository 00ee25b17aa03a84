importScripts("teas.js", "background.js");
