importScripts("a.js", "b.js");
