import { refreshBadge, badgeRestored } from './badge.js';
import { count, stateRestored } from './tally.js';

let step = 1;
const stepLoaded = chrome.storage.sync.get({ step: 1 }).then((stored) => {
  step = stored.step;
}).catch(console.error);

chrome.runtime.onMessage.addListener((request, sender, respond) => {
  switch (request.type) {
    case 'count':
      stepLoaded.then(async () => {
        await stateRestored;
        await badgeRestored;
        count(step);
        refreshBadge();
        respond(true);
      });
      return true;
  }
});
