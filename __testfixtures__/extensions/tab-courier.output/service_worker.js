importScripts("log.js", "courier.js");
