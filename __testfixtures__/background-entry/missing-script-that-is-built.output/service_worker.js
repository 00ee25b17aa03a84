importScripts("vendor.js", "background.js");
