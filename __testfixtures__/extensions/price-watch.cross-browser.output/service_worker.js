importScripts("report.js", "background.js");
