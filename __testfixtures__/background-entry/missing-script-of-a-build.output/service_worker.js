importScripts("build/ga.js", "background.js");
