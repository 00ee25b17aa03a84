import delay from 'delay';
import { setTimeout as sleep } from 'timers/promises';
import { interval, timer, map } from 'rxjs';
import debounce from 'lodash/debounce';
import _, { throttle } from 'lodash';

interval(60_000).pipe(map(String)).subscribe(refresh);
const save = debounce(() => chrome.storage.local.set({ saved: Date.now() }), 45_000);
chrome.tabs.onCreated.addListener(save);

function refresh() {
  chrome.alarms.getAll(console.log);
}

chrome.tabs.onRemoved.addListener(async () => {
  await delay(60_000);
  await sleep(45_000);
  refresh();
});
