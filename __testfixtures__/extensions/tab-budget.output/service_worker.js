importScripts("js/budget.js", "js/events.js")
