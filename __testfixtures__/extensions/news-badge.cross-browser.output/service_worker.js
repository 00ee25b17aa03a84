importScripts("times.js", "background.js", "snooze.js");
