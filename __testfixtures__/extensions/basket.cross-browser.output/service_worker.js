importScripts("compat.js", "settings.js", "background.js");
