importScripts("vendor/promise-api.js", "terms.js", "background.js");
