import delay from 'delay';
import { timer, map } from 'rxjs';
import debounce from 'lodash/debounce';
import _, { throttle } from 'lodash';

const save = debounce(() => chrome.storage.local.set({ saved: Date.now() }), 500);
const show = throttle(() => chrome.tabs.query({}, console.log), 1000);
chrome.tabs.onCreated.addListener(save);
chrome.tabs.onRemoved.addListener(() => timer(300).pipe(map(String)).subscribe(_.debounce(show, 100)));
chrome.tabs.onUpdated.addListener(() => delay(500).then(show));
