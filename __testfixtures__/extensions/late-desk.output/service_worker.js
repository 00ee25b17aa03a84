importScripts("log.js", "main.js");
