importScripts("list.js", "background.js");
