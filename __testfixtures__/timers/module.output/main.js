import { sync } from './sync.js';
import { HOURS } from './times.js';

chrome.alarms.get('sync').then((alarm) => {
  if (!alarm) chrome.alarms.create('sync', { periodInMinutes: (6 * HOURS) / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'sync') sync();
});
