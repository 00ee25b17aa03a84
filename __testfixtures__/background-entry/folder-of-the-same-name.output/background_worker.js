importScripts("first.js", "second.js");
