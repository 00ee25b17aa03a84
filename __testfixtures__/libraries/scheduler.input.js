const cron = require('node-cron');

cron.schedule('0 * * * *', refresh);

function refresh() {
  chrome.alarms.getAll(console.log);
}
